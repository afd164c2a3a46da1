package io.mokuroku.search.index;

import java.time.Instant;

import io.qdrant.client.grpc.Common.DatetimeRange;
import io.qdrant.client.grpc.Common.FieldCondition;
import io.qdrant.client.grpc.Common.Range;
import io.qdrant.client.grpc.JsonWithInt.Value;

/**
 * What a value of a payload must be.
 */
final class LoopbackConditions {

	private LoopbackConditions() {
	}

	static double number(Value value) {
		return value.hasIntegerValue() ? value.getIntegerValue() : value.getDoubleValue();
	}

	static boolean passes(Value value, FieldCondition field) {
		if (field.hasRange()) {
			Range range = field.getRange();
			double number = number(value);
			return (!range.hasLt() || number < range.getLt()) && (!range.hasLte() || number <= range.getLte())
					&& (!range.hasGte() || number >= range.getGte()) && (!range.hasGt() || number > range.getGt());
		}
		if (field.hasDatetimeRange()) {
			DatetimeRange range = field.getDatetimeRange();
			long seconds = Instant.parse(value.getStringValue()).getEpochSecond();
			return (!range.hasGte() || seconds >= range.getGte().getSeconds())
					&& (!range.hasLte() || seconds <= range.getLte().getSeconds());
		}
		return switch (field.getMatch().getMatchValueCase()) {
			case BOOLEAN -> value.getBoolValue() == field.getMatch().getBoolean();
			case KEYWORD -> value.getStringValue().equals(field.getMatch().getKeyword());
			case KEYWORDS -> field.getMatch().getKeywords().getStringsList().contains(value.getStringValue());
			default -> throw new IllegalArgumentException("Not known here: " + field);
		};
	}

}
