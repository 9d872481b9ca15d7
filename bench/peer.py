"""The peer of the language layer: spaCy, at one version, in an environment of its own. Never a dependency.

  python = peer_python(args.venv)        the interpreter; the environment is made when it is not there
  rounds = Rounds([program, ...])        a process that does its work once for each line it is sent, on one core
  args = speed_arguments(__doc__)        what every bench that races the peer is asked with
"""
import argparse
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SPACY = "spacy==3.8.18"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}


def peer_python(folder):
    python = Path(folder) / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    check = "import importlib.metadata as m; print(m.version('spacy'))"
    found = subprocess.run([python, "-c", check], capture_output=True, text=True)
    if found.stdout.strip() != SPACY.partition("==")[2]:
        subprocess.run([python, "-m", "pip", "install", "--quiet", SPACY], check=True, stdout=sys.stderr)
    return str(python)


class Rounds:
    def __init__(self, command):
        core = str(max(os.sched_getaffinity(0)))
        self.process = subprocess.Popen(["taskset", "-c", core, *map(str, command)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, env={**os.environ, **ONE_THREAD})
        self.greeting = self.process.stdout.readline().split()

    def line(self):
        """What the next round prints."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().split()

    def round(self):
        """The rate of the next round."""
        return int(self.line()[-1])


def speed_arguments(usage):
    parser = argparse.ArgumentParser(description=usage, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+", metavar="INPUT")
    parser.add_argument("--peer", choices=["spacy"], default="spacy")
    parser.add_argument("--venv", default=ROOT / "build" / "peer")
    parser.add_argument("--build", type=Path, default=ROOT / "build" / "dev")
    parser.add_argument("--package", default=ROOT / "assets" / "en_core_web_sm-3.8.0")
    parser.add_argument("--words-max", type=int, default=50_000)
    parser.add_argument("--log", metavar="NAME", help="add a row to the bench's table in bench/log")
    return parser.parse_args()
