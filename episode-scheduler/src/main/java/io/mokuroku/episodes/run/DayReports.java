package io.mokuroku.episodes.run;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.dynamo.Items;
import io.mokuroku.episodes.plan.PlanReport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reports of days in the table of jobs. The sums are counted by DynamoDB, so that two
 * instances of the service do not lose each other's plans.
 */
final class DayReports {

	private static final String TABLE = "jobs";

	private static final String BODY = "body";

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final DynamoDbClient dynamo;

	DayReports(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/** Adds a plan to the report of the day it was made on. */
	DayReport add(PlanReport report) {
		LocalDate date = LocalDate.ofInstant(report.at(), ZoneOffset.UTC);
		DayReport.Totals totals = DayReport.Totals.of(report);
		return read(date,
				Items.calling(
						() -> this.dynamo
							.updateItem((update) -> update.tableName(TABLE)
								.key(key(date))
								.updateExpression("SET body = :body ADD plans :plans, created :created, moved :moved, "
										+ "removed :removed, failures :failures")
								.expressionAttributeValues(
										Map.of(":body", AttributeValue.fromS(MAPPER.writeValueAsString(report)),
												":plans", number(totals.plans()), ":created", number(totals.created()),
												":moved", number(totals.moved()), ":removed", number(totals.removed()),
												":failures", number(totals.failures())))
								.returnValues(ReturnValue.ALL_NEW))
							.attributes()));
	}

	/** The report of a day. */
	Optional<DayReport> find(LocalDate date) {
		Map<String, AttributeValue> item = Items.calling(
				() -> this.dynamo.getItem((get) -> get.tableName(TABLE).key(key(date)).consistentRead(true)).item());
		return item.isEmpty() ? Optional.empty() : Optional.of(read(date, item));
	}

	private static DayReport read(LocalDate date, Map<String, AttributeValue> item) {
		DayReport.Totals totals = new DayReport.Totals(count(item, "plans"), count(item, "created"),
				count(item, "moved"), count(item, "removed"), count(item, "failures"));
		return new DayReport(date, MAPPER.readValue(value(item, BODY).s(), PlanReport.class), totals);
	}

	private static long count(Map<String, AttributeValue> item, String name) {
		return Long.parseLong(value(item, name).n());
	}

	private static AttributeValue value(Map<String, AttributeValue> item, String name) {
		AttributeValue value = item.get(name);
		if (value == null) {
			throw new IllegalStateException("Stored report without " + name);
		}
		return value;
	}

	private static Map<String, AttributeValue> key(LocalDate date) {
		return Map.of("job_id", AttributeValue.fromS("plan#" + date), "part", AttributeValue.fromS("report"));
	}

	private static AttributeValue number(long value) {
		return AttributeValue.fromN(Long.toString(value));
	}

}
