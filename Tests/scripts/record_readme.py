#!/usr/bin/env python3
"""Writes what the commands of the README's ```console blocks print below them; times become "…".

record_readme.py [BINARY]
"""

import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TIMES = r"[\d.]+ s \([\d.]+ [kMG]?B/s, \d+ threads?, [\d.]+ [kMG]?B of memory\)"


def main():
    binary = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ROOT + "/.build/release/textmill")
    readme = os.path.join(ROOT, "README.md")
    out, inside = [], False
    with tempfile.TemporaryDirectory() as work:
        os.mkdir(work + "/bin")
        os.symlink(binary, work + "/bin/textmill")
        os.symlink(ROOT + "/corpora", work + "/corpora")
        subprocess.run(["cp", "-r", ROOT + "/configs", work], check=True)
        environment = dict(os.environ, PATH=f"{work}/bin:" + os.environ["PATH"])
        for line in open(readme, encoding="utf-8"):
            if line.startswith("```"):
                inside = line.strip() == "```console"
            elif inside and not line.startswith("$ "):
                continue
            out.append(line)
            if inside and line.startswith("$ "):
                text = subprocess.run(
                    ["bash", "-c", line[2:]], cwd=work, env=environment, text=True,
                    stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                ).stdout
                text = re.sub(TIMES, "… s (… MB/s, … threads, … MB of memory)", text)
                out.append(re.sub(r"[ ]+$", "", text, flags=re.M))
    with open(readme, "w", encoding="utf-8") as file:
        file.write("".join(out))


if __name__ == "__main__":
    main()
