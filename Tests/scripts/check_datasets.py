#!/usr/bin/env python3
"""Checks the datasets of finished runs the way their consumers read them.

    check_datasets.py RUN_DIR ...

Training: `datasets.load_dataset` takes the run's folder with the splits of its card, and the JSON builder
takes the files; every example keeps the published rules of OpenAI's chat format, under its error names.
Retrieval: chunks load with one schema and are whole; OpenSearch bulk requests are well formed.

Needs the package `datasets`. Exits with 1 and the failures named.
"""

import collections
import glob
import gzip
import json
import os
import sys
import tempfile

ROLES = {"system", "user", "assistant", "function", "tool"}
MESSAGE_KEYS = {"role", "content", "name", "function_call", "weight", "tool_calls", "tool_call_id"}
EXAMPLE_KEYS = {"messages", "tools", "parallel_tool_calls"}
SPLITS = ("train", "validation", "test")
FEWEST_EXAMPLES = 10
CHUNK_TYPES = {
    "id": str, "document_id": str, "text": str, "headings": list, "tokens": int, "start": int,
    "end": int, "sequence": int, "chunks": int, "content_hash": str, "kind": str, "title": str,
    "url": str, "language": str, "updated_at": str, "sku": str, "brand": str, "price": str,
    "currency": str, "availability": str, "source": str,
}


class Failures:
    """What was found, by kind, with the first places of each."""

    def __init__(self):
        self.places = collections.defaultdict(list)

    def add(self, name, place):
        self.places[name].append(place)

    def show(self):
        for name, places in sorted(self.places.items()):
            shown = ", ".join(places[:3])
            rest = f" and {len(places) - 3} more" if len(places) > 3 else ""
            print(f"FAIL {name}: {shown}{rest}")


def read_lines(path):
    """The file's lines as bytes; gzip, zstd and plain."""
    if path.endswith(".gz"):
        data = gzip.open(path).read()
    elif path.endswith(".zst"):
        import zstandard

        data = zstandard.ZstdDecompressor().stream_reader(open(path, "rb")).read()
    else:
        data = open(path, "rb").read()
    if not data:
        return []
    if not data.endswith(b"\n"):
        raise ValueError("the last line has no end")
    return data[:-1].split(b"\n")


def chat_errors(example):
    """The names of the rules that one example breaks."""
    if not isinstance(example, dict):
        return ["data_type"]
    errors = ["example_unrecognized_key"] if set(example) - EXAMPLE_KEYS else []
    messages = example.get("messages")
    if not isinstance(messages, list) or not messages:
        return errors + ["missing_messages_list"]
    for message in messages:
        if not isinstance(message, dict):
            errors.append("data_type")
            continue
        if "role" not in message or "content" not in message:
            errors.append("message_missing_key")
        if set(message) - MESSAGE_KEYS:
            errors.append("message_unrecognized_key")
        if message.get("role") not in ROLES:
            errors.append("unrecognized_role")
        content = message.get("content")
        if (not content and not message.get("function_call")) or not isinstance(content, str):
            errors.append("missing_content")
        if "weight" in message:
            if message.get("role") != "assistant" or message["weight"] not in (0, 1):
                errors.append("invalid_weight")
    roles = [m.get("role") for m in messages if isinstance(m, dict)]
    if "assistant" not in roles:
        errors.append("example_missing_assistant_message")
    if "user" not in roles:
        errors.append("example_missing_user_message")
    if roles and roles[-1] != "assistant":
        errors.append("last_message_not_assistant")
    return errors


def check_training(run, failures):
    import datasets

    files = {
        split: sorted(glob.glob(os.path.join(run, "data", f"{split}-*"))) for split in SPLITS
    }
    files = {split: paths for split, paths in files.items() if paths}
    if not files:
        return
    counts = {}
    for split, paths in files.items():
        counts[split] = 0
        for path in paths:
            place = os.path.join(os.path.basename(run), os.path.relpath(path, run))
            for number, line in enumerate(read_lines(path), 1):
                counts[split] += 1
                try:
                    example = json.loads(line.decode("utf-8"))
                except ValueError as error:
                    failures.add("invalid_json", f"{place}:{number} ({error})")
                    continue
                for name in chat_errors(example):
                    failures.add(name, f"{place}:{number}")
    if counts.get("train", 0) < FEWEST_EXAMPLES:
        failures.add("too_few_examples", f"{run}: {counts.get('train', 0)}")

    with tempfile.TemporaryDirectory() as cache:
        loaded = datasets.load_dataset(run, cache_dir=cache)
        compare(f"{run}: load_dataset of the folder", loaded, counts, failures)
        built = datasets.load_dataset("json", data_files=files, cache_dir=cache)
        compare(f"{run}: the json builder", built, counts, failures)
    summary = ", ".join(f"{split} {count}" for split, count in counts.items())
    print(f"{run}: training: {summary}")


def compare(what, loaded, counts, failures):
    found = {split: loaded[split].num_rows for split in loaded}
    if found != counts:
        failures.add("other_splits", f"{what}: {found}, not {counts}")
    for split in loaded:
        if "messages" not in loaded[split].column_names:
            failures.add("missing_column", f"{what}: {split}: messages")


def check_chunks(run, failures):
    import datasets

    paths = sorted(glob.glob(os.path.join(run, "retrieval", "chunks-*")))
    if not paths:
        return None
    seen = {}
    documents = collections.defaultdict(dict)
    for path in paths:
        place = os.path.join(os.path.basename(run), os.path.relpath(path, run))
        for number, line in enumerate(read_lines(path), 1):
            here = f"{place}:{number}"
            row = json.loads(line.decode("utf-8"))
            if list(row) != list(CHUNK_TYPES):
                failures.add("chunk_keys", here)
                continue
            for key, kind in CHUNK_TYPES.items():
                if type(row[key]) is not kind:
                    failures.add("chunk_type", f"{here} {key}")
            if row["id"] in seen:
                failures.add("chunk_id_twice", f"{here} and {seen[row['id']]}")
            seen[row["id"]] = here
            if not row["text"].strip() or row["tokens"] < 1 or row["end"] <= row["start"]:
                failures.add("empty_chunk", here)
            documents[row["document_id"]][row["sequence"]] = row["chunks"]
    for document, numbers in documents.items():
        count = len(numbers)
        if sorted(numbers) != list(range(count)) or set(numbers.values()) != {count}:
            failures.add("missing_chunk", document)
    with tempfile.TemporaryDirectory() as cache:
        for what, loaded in (
            ("the json builder", datasets.load_dataset("json", data_files=paths, cache_dir=cache)),
            ("load_dataset of the folder", datasets.load_dataset(run, cache_dir=cache)),
        ):
            if loaded["train"].num_rows != len(seen):
                failures.add("chunk_rows", f"{run}: {what}: {loaded['train'].num_rows}")
    print(f"{run}: retrieval: {len(seen)} chunks of {len(documents)} documents")
    return set(seen)


def check_bulk(run, chunks, failures):
    paths = sorted(glob.glob(os.path.join(run, "retrieval", "opensearch-*")))
    if not paths:
        return
    ids = []
    for path in paths:
        place = os.path.join(os.path.basename(run), os.path.relpath(path, run))
        lines = read_lines(path)
        if len(lines) % 2:
            failures.add("bulk_odd_lines", place)
        for number in range(0, len(lines) - 1, 2):
            here = f"{place}:{number + 1}"
            action = json.loads(lines[number].decode("utf-8"))
            source = json.loads(lines[number + 1].decode("utf-8"))
            target = action.get("index", {}) if isinstance(action, dict) else {}
            if list(action) != ["index"] or not target.get("_index") or not target.get("_id"):
                failures.add("bulk_action", here)
            if not isinstance(source, dict) or source.get("id") != target.get("_id"):
                failures.add("bulk_source", here)
            ids.append(target.get("_id"))
    if chunks is not None and (set(ids) != chunks or len(ids) != len(chunks)):
        failures.add("bulk_and_chunks_differ", f"{run}: {len(ids)} and {len(chunks)}")
    print(f"{run}: opensearch: {len(ids)} index actions")


def main():
    runs = [os.path.normpath(run) for run in sys.argv[1:]]
    if not runs:
        sys.exit(__doc__)
    failures = Failures()
    for run in runs:
        if not os.path.exists(os.path.join(run, "manifest.json")):
            failures.add("no_manifest", run)
            continue
        check_training(run, failures)
        check_bulk(run, check_chunks(run, failures), failures)
    failures.show()
    sys.exit(1 if failures.places else 0)


if __name__ == "__main__":
    main()
