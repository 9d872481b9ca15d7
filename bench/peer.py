"""The peer of the language layer: spaCy, at one version, in an environment of its own. Never a dependency.

  python = peer_python(args.venv)        the interpreter; the environment is made when it is not there
"""
import subprocess
import sys
import venv
from pathlib import Path

SPACY = "spacy==3.8.18"


def peer_python(folder):
    python = Path(folder) / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    check = "import importlib.metadata as m; print(m.version('spacy'))"
    found = subprocess.run([python, "-c", check], capture_output=True, text=True)
    if found.stdout.strip() != SPACY.partition("==")[2]:
        subprocess.run([python, "-m", "pip", "install", "--quiet", SPACY], check=True, stdout=sys.stderr)
    return str(python)
