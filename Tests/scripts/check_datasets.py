#!/usr/bin/env python3
"""Checks the datasets of finished runs the way their consumers read them.

    check_datasets.py RUN_DIR ...

Training: for each target `datasets.load_dataset` takes the run's folder with the splits of its card, and the
JSON builder takes the files, with the columns that the target's readers look for; every example keeps the
target's rules, those of OpenAI's chat format under its cookbook's error names.
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
FEWEST_EXAMPLES = {"openai-chat": 10, "openai-preference": 10, "bedrock-conversation": 8, "claude-bedrock": 32}
# The columns of each target and their types, as `datasets` infers them: text, flag, or messages with these keys.
MESSAGES = {"role", "content"}
COLUMNS = {
    "openai-chat": {"messages": MESSAGES},
    "openai-preference": {
        "input": {"messages"}, "preferred_output": MESSAGES, "non_preferred_output": MESSAGES,
    },
    "trl-messages": {"messages": MESSAGES},
    "trl-prompt-completion": {"prompt": MESSAGES, "completion": MESSAGES},
    "trl-preference": {"prompt": MESSAGES, "chosen": MESSAGES, "rejected": MESSAGES},
    "trl-unpaired": {"prompt": MESSAGES, "completion": MESSAGES, "label": bool},
    "bedrock-conversation": {"schemaVersion": str, "system": {"text"}, "messages": MESSAGES},
    "bedrock-text": {"prompt": str, "completion": str},
    "claude-bedrock": {"system": str, "messages": MESSAGES},
    "together": {"messages": MESSAGES},
    "llama-factory": {"conversations": {"from", "value"}, "system": str},
    "axolotl": {"messages": MESSAGES | {"train"}},
    "text": {"text": str},
}
OPTIONAL = {("bedrock-conversation", "system"), ("claude-bedrock", "system")}
WEIGHTED = {"openai-chat", "together"}
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


def column_fits(value, kind):
    """Whether a value is of a column's kind."""
    if kind in (str, bool):
        return isinstance(value, kind)
    entries = value if isinstance(value, list) else [value]
    return bool(entries) and all(isinstance(entry, dict) and set(entry) >= kind for entry in entries)


def dialogue_errors(messages, role="role", content="content", user="user", assistant="assistant"):
    """User and assistant in alternation, the first the user's, the last the assistant's, none empty."""
    roles = [message.get(role) for message in messages]
    errors = []
    if roles != [user, assistant] * (len(roles) // 2):
        errors.append("roles_not_alternating")
    for message in messages:
        value = message.get(content)
        if isinstance(value, list):
            value = "".join(block["text"] for block in value)
        if not isinstance(value, str) or not value.strip():
            errors.append("missing_content")
    return errors


def target_errors(target, example):
    """The names of the rules of a target that one example breaks."""
    if not isinstance(example, dict):
        return ["data_type"]
    if target == "openai-chat":
        return chat_errors(example)
    columns = COLUMNS[target]
    errors = [] if set(example) <= set(columns) else ["example_unrecognized_key"]
    for key, kind in columns.items():
        if key not in example:
            if (target, key) not in OPTIONAL:
                errors.append("example_missing_key")
        elif not column_fits(example[key], kind):
            errors.append("column_type")
        elif isinstance(kind, set):
            extra = {"weight"} if target in WEIGHTED else set()
            entries = example[key] if isinstance(example[key], list) else []
            if any(set(entry) - kind - extra for entry in entries):
                errors.append("message_unrecognized_key")
    if errors:
        return errors
    if target in ("bedrock-conversation", "claude-bedrock"):
        errors += dialogue_errors(example["messages"])
    elif target in ("trl-messages", "together", "axolotl"):
        messages = example["messages"]
        start = 1 if messages[0]["role"] == "system" else 0
        errors += dialogue_errors(messages[start:])
    elif target == "llama-factory":
        errors += dialogue_errors(example["conversations"], "from", "value", "human", "gpt")
    for key in ("completion", "chosen", "rejected", "preferred_output", "non_preferred_output"):
        answer = example.get(key)
        if isinstance(answer, list) and [entry["role"] for entry in answer] != ["assistant"]:
            errors.append("answer_not_assistant")
    prompt = example.get("prompt", example.get("input", {}).get("messages"))
    if isinstance(prompt, list) and prompt[-1]["role"] != "user":
        errors.append("prompt_not_user")
    return errors


def check_training(run, failures):
    targets = json.load(open(os.path.join(run, "manifest.json"), encoding="utf-8")).get("targets", [])
    for target in targets:
        below = "" if len(targets) == 1 else target
        files = {
            split: sorted(glob.glob(os.path.join(run, "data", below, f"{split}-*"))) for split in SPLITS
        }
        files = {split: paths for split, paths in files.items() if paths}
        if files:
            check_target(run, target, "default" if len(targets) == 1 else target, files, failures)


def check_target(run, target, config, files, failures):
    import datasets

    counts = {}
    for split, paths in files.items():
        counts[split] = 0
        for path in paths:
            place = os.path.join(os.path.basename(run), os.path.relpath(path, run))
            beside = path.replace(os.path.join(run, "data"), os.path.join(run, "metadata"), 1)
            rows = read_lines(path)
            if len(read_lines(beside)) != len(rows):
                failures.add("metadata_rows", place)
            for number, line in enumerate(rows, 1):
                counts[split] += 1
                try:
                    example = json.loads(line.decode("utf-8"))
                except ValueError as error:
                    failures.add("invalid_json", f"{place}:{number} ({error})")
                    continue
                for name in target_errors(target, example):
                    failures.add(name, f"{place}:{number}")
    if counts.get("train", 0) < FEWEST_EXAMPLES.get(target, 1):
        failures.add("too_few_examples", f"{run}: {target}: {counts.get('train', 0)}")
    if target == "llama-factory":
        check_dataset_info(os.path.dirname(next(iter(files.values()))[0]), files, failures)

    with tempfile.TemporaryDirectory() as cache:
        loaded = datasets.load_dataset(run, config, cache_dir=cache)
        compare(f"{run}: load_dataset of the folder, {target}", target, loaded, counts, failures)
        built = datasets.load_dataset("json", data_files=files, cache_dir=cache)
        compare(f"{run}: the json builder, {target}", target, built, counts, failures)
    summary = ", ".join(f"{split} {count}" for split, count in counts.items())
    print(f"{run}: {target}: {summary}")


def check_dataset_info(folder, files, failures):
    """Every file has an entry that names it, and the columns that its rows have."""
    info = json.load(open(os.path.join(folder, "dataset_info.json"), encoding="utf-8"))
    named = sorted(entry["file_name"] for entry in info.values())
    if named != sorted(os.path.basename(path) for paths in files.values() for path in paths):
        failures.add("dataset_info_files", folder)
    for name, entry in info.items():
        if entry["formatting"] != "sharegpt" or entry["columns"]["messages"] != "conversations":
            failures.add("dataset_info_entry", f"{folder}: {name}")


def compare(what, target, loaded, counts, failures):
    found = {split: loaded[split].num_rows for split in loaded}
    if found != counts:
        failures.add("other_splits", f"{what}: {found}, not {counts}")
    for split in loaded:
        columns = {key for key in COLUMNS[target] if (target, key) not in OPTIONAL}
        if not columns <= set(loaded[split].column_names) <= set(COLUMNS[target]):
            failures.add("other_columns", f"{what}: {split}: {loaded[split].column_names}")
        elif loaded[split].num_rows:
            for key, kind in COLUMNS[target].items():
                if key in loaded[split].column_names and not column_fits(loaded[split][0][key], kind):
                    failures.add("column_type", f"{what}: {split}: {key}")


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
