// What `verbale parse` writes, from documents made by hand.
#include "cli/parse_output.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/parsed_document.h"

namespace verbale {
namespace {

// [begin, end, tag, pos, dep, head, lemma, iob, name_type, morph, space_after, sentence_start]
constexpr const char* kVisit = R"({"text": "\nAna can't go.\n\nWhy? ", "tokens": [
  [0, 1, "_SP", "SPACE", "dep", 1, "\n", "O", "", "", false, true],
  [1, 4, "NNP", "PROPN", "nsubj", 4, "Ana", "B", "PERSON", "Number=Sing", true, false],
  [5, 7, "MD", "AUX", "aux", 4, "can", "O", "", "VerbForm=Fin", false, false],
  [7, 10, "RB", "PART", "neg", 4, "not", "O", "", "", true, false],
  [11, 13, "VB", "VERB", "ROOT", 4, "go", "O", "", "VerbForm=Inf", false, false],
  [13, 14, ".", "PUNCT", "punct", 4, ".", "O", "", "", false, false],
  [14, 16, "_SP", "SPACE", "ROOT", 6, "\n\n", "O", "", "", false, true],
  [16, 19, "WRB", "SCONJ", "advmod", 6, "why", "O", "", "", false, false],
  [19, 20, ".", "PUNCT", "punct", 7, "?", "O", "", "", true, false]]})";

TEST(Conllu, WritesWordsAndKeepsWhiteSpaceBesideThem) {
  const auto parsed = testing::read_parsed(kVisit);
  std::string out;
  write_conllu(*parsed->doc, "a_1", out);
  EXPECT_EQ(out,
            "# newdoc id = a_1\n"
            "# newpar\n"
            "# sent_id = a_1-1\n"
            "# text = Ana can't go.\n"
            "1\tAna\tAna\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tNE=B-PERSON|SpacesBefore=\\n\n"
            "2\tca\tcan\tAUX\tMD\tVerbForm=Fin\t4\taux\t_\tSpaceAfter=No\n"
            "3\tn't\tnot\tPART\tRB\t_\t4\tneg\t_\t_\n"
            "4\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
            "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tSpacesAfter=\\n\\n\n"
            "\n"
            "# newpar\n"
            "# sent_id = a_1-2\n"
            "# text = Why?\n"
            "1\tWhy\twhy\tSCONJ\tWRB\t_\t0\troot\t_\tSpaceAfter=No\n"
            "2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\t_\n"
            "\n");
}

TEST(Conllu, GivesNothingForNoWords) {
  const auto parsed = testing::read_parsed(R"({"text": " ", "tokens": [
    [0, 1, "_SP", "SPACE", "ROOT", 0, " ", "O", "", "", false, true]]})");
  std::string out;
  write_conllu(*parsed->doc, "a_1", out);
  EXPECT_EQ(out, "");
}

TEST(ParseJson, CountsCodePointsAndKeepsEveryToken) {
  const auto parsed = testing::read_parsed(R"({"text": "Zoë met Ana.", "tokens": [
    [0, 4, "NNP", "PROPN", "nsubj", 1, "Zoë", "B", "PERSON", "", true, true],
    [5, 8, "VBD", "VERB", "ROOT", 1, "meet", "O", "", "Tense=Past", true, false],
    [9, 12, "NNP", "PROPN", "dobj", 1, "Ana", "B", "PERSON", "", false, false],
    [12, 13, ".", "PUNCT", "punct", 1, ".", "O", "", "", false, false]]})");
  std::string out;
  write_parse(*parsed->doc, "a_1", out);
  EXPECT_EQ(out.back(), '\n');
  const auto json = nlohmann::json::parse(out);
  EXPECT_EQ(json["id"], "a_1");
  ASSERT_EQ(json["tokens"].size(), 4u);
  EXPECT_EQ(json["tokens"][1]["start"], 4);
  EXPECT_EQ(json["tokens"][1]["lemma"], "meet");
  EXPECT_EQ(json["tokens"][0]["head"], 1);
  EXPECT_EQ(json["ents"][1], (nlohmann::json{{"start", 8}, {"end", 11}, {"label", "PERSON"}}));
  EXPECT_EQ(json["sents"][0], (nlohmann::json{{"start", 0}, {"end", 12}}));
  EXPECT_FALSE(json.contains("notes"));
}

}  // namespace
}  // namespace verbale
