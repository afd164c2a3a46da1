package io.mokuroku.search.index;

import io.qdrant.client.grpc.Common.FieldCondition;
import io.qdrant.client.grpc.Common.Range;
import io.qdrant.client.grpc.JsonWithInt.Value;

/**
 * What a value of a payload must be.
 */
final class LoopbackConditions {

	private LoopbackConditions() {
	}

	static boolean passes(Value value, FieldCondition field) {
		if (field.hasRange()) {
			Range range = field.getRange();
			double number = value.hasIntegerValue() ? value.getIntegerValue() : value.getDoubleValue();
			return (!range.hasLt() || number < range.getLt()) && (!range.hasLte() || number <= range.getLte())
					&& (!range.hasGte() || number >= range.getGte()) && (!range.hasGt() || number > range.getGt());
		}
		return switch (field.getMatch().getMatchValueCase()) {
			case BOOLEAN -> value.getBoolValue() == field.getMatch().getBoolean();
			case KEYWORD -> value.getStringValue().equals(field.getMatch().getKeyword());
			case KEYWORDS -> field.getMatch().getKeywords().getStringsList().contains(value.getStringValue());
			default -> throw new IllegalArgumentException("Not known here: " + field);
		};
	}

}
