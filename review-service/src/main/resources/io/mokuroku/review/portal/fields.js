/* What the form says, as the decision that the service reads from it. */

function lines(text) {
	return text.split("\n").map((line) => line.trim()).filter((line) => line);
}

function slot(text) {
	const [day, time] = text.toUpperCase().split(/\s+/);
	return { day, time: time ?? "" };
}

/** The value in JSON that a text in a field of some kind stands for. */
export function valueOf(kind, text) {
	const clean = text.replaceAll("\r\n", "\n").trim();
	if (kind === "lines") {
		return lines(clean);
	}
	if (clean === "") {
		return null;
	}
	switch (kind) {
		case "number": return /^[0-9]{1,9}$/.test(clean) ? Number(clean) : clean;
		case "flag": return clean === "yes";
		case "slot": return slot(clean);
		default: return clean;
	}
}

/** The control of a field. */
export function controlOf(field) {
	return field.querySelector("input[id], textarea, select");
}

function defaultOf(control) {
	return control instanceof HTMLSelectElement
		? [...control.options].find((option) => option.defaultSelected)?.value ?? control.options[0].value
		: control.defaultValue;
}

/** What a field says without any edit. */
export function proposedOf(field) {
	return field.dataset.was ?? defaultOf(controlOf(field));
}

function relations(field) {
	return [...field.querySelectorAll("[data-relation]")]
		.map((row) => ({ type: row.querySelector("select").value, target: row.querySelector("input").value.trim() }))
		.filter((row) => row.type && row.target);
}

function relationsText(rows) {
	return rows.map((row) => `${row.type} ${row.target}`).join("\n");
}

function cellOf(control) {
	const text = control.value.trim();
	switch (control.dataset.as) {
		case "number": return /^[+-]?[0-9]{1,9}$/.test(text) ? Number(text) : text;
		case "list": return text.split(";").map((each) => each.trim()).filter((each) => each);
		case "flag": return text === "yes" ? true : text;
		default: return text;
	}
}

/** The rows of an editor of which something is filled in. */
function rowsOf(field) {
	return [...field.querySelectorAll("[data-row]")]
		.map((row) => Object.fromEntries([...row.querySelectorAll("input, select")]
			.filter((control) => control.value.trim())
			.map((control) => [control.name.split(".")[1], cellOf(control)])))
		.filter((row) => Object.keys(row).length > 0);
}

/** Whether a field says something else than what is proposed. */
export function isChanged(field) {
	if (field.dataset.kind === "relations") {
		return relationsText(relations(field)) !== field.dataset.was;
	}
	const kind = field.dataset.kind;
	if (kind === "rows") {
		return rowsOf(field).length > 0;
	}
	return JSON.stringify(valueOf(kind, controlOf(field).value)) !== JSON.stringify(valueOf(kind, proposedOf(field)));
}

function isLocked(field) {
	return field.querySelector("input[name=lock]")?.checked === true;
}

/** All corrections in a form, by field. */
export function editsOf(form) {
	const edits = {};
	for (const field of form.querySelectorAll("[data-field]")) {
		if (field.dataset.kind === "relations") {
			if (isChanged(field)) {
				edits.relations = relations(field);
			}
		}
		else if (field.dataset.kind === "rows") {
			if (isChanged(field)) {
				edits[field.dataset.field] = rowsOf(field);
			}
		}
		else if (controlOf(field) && (isChanged(field) || isLocked(field))) {
			edits[field.dataset.field] = valueOf(field.dataset.kind, controlOf(field).value);
		}
	}
	return edits;
}

/** The decision a form stands for once a button is pressed. */
export function decisionOf(form, verdict) {
	const text = (name) => form.elements[name]?.value.trim() ?? "";
	const decision = { decision: verdict, version: Number(text("version")) };
	if (text("note")) {
		decision.note = text("note");
	}
	if (verdict === "APPROVE_WITH_EDITS") {
		decision.edits = editsOf(form);
	}
	if (verdict === "REQUEST_RERUN") {
		decision.stage = text("stage");
	}
	if (verdict === "DEFER" && text("until")) {
		decision.until = `${text("until")}:00Z`;
	}
	if ((verdict === "MERGE" || verdict === "KEEP_SEPARATE") && text("other")) {
		decision.other = text("other");
	}
	return decision;
}
