// Bare phrases, folding, and the reading of the tables.
#include "resolve/actors.h"

#include <gtest/gtest.h>

#include "resolve/fold.h"

namespace verbale {
namespace {

const Knowledge& knowledge() {
  static const Result<Knowledge> read = Knowledge::read_folder(VERBALE_ROOT "/data");
  return *read;
}

std::string code_of(std::string_view phrase, std::string_view context = "", std::string_view date = "") {
  static const Result<ActorTables> tables = ActorTables::open(knowledge());
  const ActorCodeResult found = resolve_actor(*tables, phrase, context, parse_day(date));
  return std::string(found.country) + " " + std::string(found.sector);
}

TEST(Fold, TakesAwayWhatDoesNotDistinguish) {
  EXPECT_EQ(fold_name("Côte d'Ivoire"), "cote d ivoire");
  EXPECT_EQ(fold_name("Gitanas Nausėda"), "gitanas nauseda");
  EXPECT_EQ(fold_name("Labor Organization"), "labour organisation");
  EXPECT_EQ(strip_dots("U.S."), "US");
}

TEST(Fold, SoundsMatchAcrossTransliterations) {
  EXPECT_EQ(fold_sounds("zelenskyy"), fold_sounds("selenskyj"));
  EXPECT_EQ(fold_sounds("zelenski"), fold_sounds("zelensky"));
  EXPECT_EQ(fold_sounds("poroshenko"), fold_sounds("poroschenko"));
  EXPECT_NE(fold_sounds("medvedev"), fold_sounds("medinsky"));
}

TEST(Actors, StatesAndTheirPeople) {
  EXPECT_EQ(code_of("Ghana"), "GHA ");
  EXPECT_EQ(code_of("Ghanaian soldiers"), "GHA MIL");
  EXPECT_EQ(code_of("the US"), "USA ");
  EXPECT_EQ(code_of("us"), " ");
}

TEST(Actors, WhoseTheyAreMayStandBehind) {
  EXPECT_EQ(code_of("rebels in Mali"), "MLI REB");
  EXPECT_EQ(code_of("Norway's ambassador to Chile"), "NOR GOV");
  EXPECT_EQ(code_of("Several of the oldest trade unions in Iceland"), "ISL LAB");
}

TEST(Actors, FormerOfficialsAreOfTheElite) {
  EXPECT_EQ(code_of("a former Peruvian president"), "PER ELI");
  EXPECT_EQ(code_of("the Peruvian president"), "PER GOV");
}

TEST(Actors, CapitalsStandForGovernments) { EXPECT_EQ(code_of("Ottawa"), "CAN GOV"); }

TEST(Actors, ContextTellsTheCountry) {
  EXPECT_EQ(code_of("the coast guard", "").substr(0, 1), " ");
  EXPECT_EQ(code_of("the coast guard", "Greek").substr(0, 3), "GRC");
}

TEST(Actors, AnotherStatesInstitutionIsNotTheKnownOne) {
  EXPECT_EQ(code_of("Chile's Defense Department").substr(0, 3), "CHL");
}

TEST(Actors, NobodyIsNobody) {
  EXPECT_EQ(code_of(""), " ");
  EXPECT_EQ(code_of("a green bicycle"), " ");
}

TEST(Actors, ATitleInTheTextOutvotesAnOfficeThatEnded) {
  EXPECT_EQ(code_of("Harry Ho-jen Tseng, Taiwan's deputy foreign minister", "", "2025-01-01"), "TWN GOV");
  EXPECT_EQ(code_of("former Chancellor Angela Merkel", "", "2025-01-01"), "DEU ELI");
  EXPECT_EQ(code_of("Angela Merkel", "", "2025-01-01"), "DEU ELI");
}

TEST(Actors, WordsBeforeTheNounChangeItsSector) {
  EXPECT_EQ(code_of("a Jewish community leader"), " REL");
  EXPECT_EQ(code_of("a community leader"), " SOC");
  EXPECT_EQ(code_of("the official news agency"), " GOV");
  EXPECT_EQ(code_of("a news agency"), " JRN");
}

TEST(Actors, PlacesAreAskedOfWhoKnowsThem) {
  const Result<ActorTables> tables = ActorTables::open(knowledge());
  const CountryOfPlace places = [](std::string_view name) {
    return name == "Port Ellis" || name == "Valdoria" ? std::string_view("AUS") : std::string_view{};
  };
  const auto code = [&](std::string_view phrase) {
    const ActorCodeResult found = resolve_actor(*tables, phrase, "", std::nullopt, places);
    return std::string(found.country) + " " + std::string(found.sector);
  };
  EXPECT_EQ(code("Port Ellis"), "AUS CVL");
  EXPECT_EQ(code("Port Ellis police"), "AUS COP");
  EXPECT_EQ(code("Minister Valdoria"), " GOV") << "a surname behind a title is no place";
}

TEST(Actors, FamilyNamesStandFirstInTheEast) {
  EXPECT_EQ(code_of("President Xi", "", "2023-01-01"), "CHN GOV");
  EXPECT_EQ(code_of("Foreign Minister Wang", "", "2023-01-01").substr(4), "GOV");
}

TEST(Actors, ANameThatIsAnAdjectiveNeedsItsArticle) {
  EXPECT_EQ(code_of("The Atlantic"), "USA JRN");
  EXPECT_EQ(code_of("the Euro-Atlantic family").find("JRN"), std::string::npos);
}

TEST(Actors, OtherBearersOfANameAreTold) {
  const Result<ActorTables> tables = ActorTables::open(knowledge());
  EXPECT_FALSE(resolve_actor(*tables, "Congress", "", std::nullopt).alternatives.empty());
  EXPECT_TRUE(resolve_actor(*tables, "Norway", "", std::nullopt).alternatives.empty());
}

TEST(DayRange, PartialDatesAreWholeYears) {
  EXPECT_EQ(first_day_of("1991"), parse_day("1991-01-01"));
  EXPECT_EQ(last_day_of("1991"), parse_day("1991-12-31"));
  EXPECT_EQ(last_day_of("2024-02"), parse_day("2024-02-29"));
  EXPECT_EQ(first_day_of(""), std::nullopt);
}

}  // namespace
}  // namespace verbale
