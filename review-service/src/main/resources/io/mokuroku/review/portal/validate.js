/*
 * Checks a value by the keywords of JSON Schema (draft 2020-12) that the schema of decisions uses, in the words of
 * the service. What it does not know it lets pass: the service checks everything once more.
 */

const FORMATS = {
	"date-time": (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
	"uuid": (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
	"uri": (text) => URL.canParse(text)
};

const patterns = new Map();

function matches(pattern, text) {
	if (!patterns.has(pattern)) {
		patterns.set(pattern, new RegExp(pattern, "u"));
	}
	return patterns.get(pattern).test(text);
}

function typeOf(value) {
	if (value === null) {
		return "null";
	}
	if (Array.isArray(value)) {
		return "array";
	}
	return Number.isInteger(value) ? "integer" : typeof value;
}

function isType(wanted, value) {
	const type = typeOf(value);
	return [wanted].flat().some((each) => each === type || (each === "number" && type === "integer"));
}

function names(values) {
	return [values].flat().map(String).join(", ");
}

function own(object, name) {
	return Object.prototype.hasOwnProperty.call(object, name);
}

function checkText(schema, text, say) {
	if (schema.maxLength !== undefined && [...text].length > schema.maxLength) {
		say(`must not be longer than ${schema.maxLength} characters`);
	}
	else if (schema.pattern !== undefined && !matches(schema.pattern, text)) {
		say(schema["x-rule"] ?? "has another form than it must have");
	}
	else if (FORMATS[schema.format]?.(text) === false) {
		say(schema["x-rule"] ?? `must be a ${schema.format}`);
	}
}

function checkNumber(schema, number, say) {
	if (number < schema.minimum) {
		say(`must be at least ${schema.minimum}`);
	}
	if (number > schema.maximum) {
		say(`must be at most ${schema.maximum}`);
	}
}

function checkList(schema, list, path, faults, say) {
	if (list.length > schema.maxItems) {
		say(`must not have more than ${schema.maxItems} elements`);
	}
	if (schema.uniqueItems && new Set(list.map((each) => JSON.stringify(each))).size < list.length) {
		say("must not name anything twice");
	}
	if (schema.items) {
		list.forEach((each, place) => check(schema.items, each, [...path, place], faults));
	}
}

function checkObject(schema, object, path, faults, say) {
	const size = Object.keys(object).length;
	for (const name of schema.required ?? []) {
		if (!own(object, name)) {
			faults.push({ path: [...path, name], rule: name === "note" ? "must give the reason" : "must be given" });
		}
	}
	if (size < schema.minProperties) {
		say("must correct something");
	}
	if (size > schema.maxProperties) {
		say("belong to APPROVE_WITH_EDITS");
	}
	for (const [name, value] of Object.entries(object)) {
		if (schema.properties && own(schema.properties, name)) {
			check(schema.properties[name], value, [...path, name], faults);
		}
		else if (schema.additionalProperties === false) {
			faults.push({ path: [...path, name], rule: "is not a field of a decision" });
		}
	}
}

function fits(schema, value) {
	const faults = [];
	check(schema, value, [], faults);
	return faults.length === 0;
}

function checkCombined(schema, value, path, faults) {
	for (const each of schema.allOf ?? []) {
		check(each, value, path, faults);
	}
	const branch = schema.if && (fits(schema.if, value) ? schema.then : schema.else);
	if (branch) {
		check(branch, value, path, faults);
	}
	if (schema.not && fits(schema.not, value)) {
		faults.push({ path, rule: "is not allowed" });
	}
}

function check(schema, value, path, faults) {
	const say = (rule) => faults.push({ path, rule });
	checkCombined(schema, value, path, faults);
	if (schema.type !== undefined && !isType(schema.type, value)) {
		return say(schema["x-rule"] ?? (isType("integer", schema.minimum) ? "must be a whole number" : `must be ${names(schema.type)}`));
	}
	if (schema.enum && !schema.enum.includes(value)) {
		return say(`must be one of ${names(schema.enum)}`);
	}
	if (own(schema, "const") && schema.const !== value) {
		return say(`must be ${schema.const}`);
	}
	switch (typeOf(value)) {
		case "string": return checkText(schema, value, say);
		case "integer":
		case "number": return checkNumber(schema, value, say);
		case "array": return checkList(schema, value, path, faults, say);
		case "object": return checkObject(schema, value, path, faults, say);
	}
}

/**
 * Every rule a value breaks, one for each place.
 * @returns {{path: (string|number)[], rule: string}[]}
 */
export function validate(schema, value) {
	const faults = [];
	check(schema, value, [], faults);
	const places = new Set();
	return faults.filter((fault) => {
		const place = JSON.stringify(fault.path);
		return !places.has(place) && places.add(place);
	});
}
