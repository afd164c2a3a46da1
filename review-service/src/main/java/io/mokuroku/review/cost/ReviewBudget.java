package io.mokuroku.review.cost;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.mokuroku.dynamo.Items;
import io.mokuroku.dynamo.Transactions;
import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * How many questions people may be asked, each day and each month in UTC, and how many
 * they were asked. It is counted on DynamoDB, so that all instances share one budget.
 * Every method throws {@link RetryableFailure} if the database does not answer.
 */
final class ReviewBudget {

	private static final String TABLE = "review-budgets";

	private static final String PERIOD = "period";

	private static final String STARTED = "started";

	private static final String BY_ADAPTER = "by_";

	private final DynamoDbClient dynamo;

	private final BudgetSettings limits;

	ReviewBudget(DynamoDbClient dynamo, BudgetSettings limits) {
		this.dynamo = dynamo;
		this.limits = limits;
	}

	/**
	 * Takes budget for one question.
	 * @param adapter how people are asked
	 * @return whether there was any left
	 */
	boolean take(String adapter, Instant now) {
		return write(count(day(now).toString(), adapter, 1, this.limits.tasksPerDay()),
				count(month(now).toString(), adapter, 1, this.limits.tasksPerMonth()));
	}

	/** Counts a question that is asked whatever is left. */
	void takeAnyway(String adapter, Instant now) {
		add(adapter, now, 1);
	}

	/** Gives back what was taken for a question that could not be asked. */
	void giveBack(String adapter, Instant taken) {
		add(adapter, taken, -1);
	}

	private void add(String adapter, Instant at, int by) {
		write(count(day(at).toString(), adapter, by, null), count(month(at).toString(), adapter, by, null));
	}

	private boolean write(TransactWriteItem day, TransactWriteItem month) {
		return Transactions.write(this.dynamo, List.of(day, month)).isEmpty();
	}

	/** How many questions may still be asked. */
	Left left(Instant now) {
		int today = this.limits.tasksPerDay() - started(day(now).toString());
		int thisMonth = this.limits.tasksPerMonth() - started(month(now).toString());
		return new Left(Math.max(0, today), Math.max(0, thisMonth));
	}

	/**
	 * How many questions were asked, by the way people were asked.
	 * @param from the first day
	 * @param to the day after the last
	 */
	Map<String, Integer> started(LocalDate from, LocalDate to) {
		Map<String, Integer> started = new TreeMap<>();
		List<String> days = from.datesUntil(to).map(LocalDate::toString).toList();
		for (String day : days) {
			read(day).forEach((name, value) -> {
				if (name.startsWith(BY_ADAPTER)) {
					started.merge(name.substring(BY_ADAPTER.length()), Integer.parseInt(value.n()), Integer::sum);
				}
			});
		}
		return started;
	}

	private int started(String period) {
		AttributeValue started = read(period).get(STARTED);
		return (started != null) ? Integer.parseInt(started.n()) : 0;
	}

	private Map<String, AttributeValue> read(String period) {
		return Items.calling(() -> this.dynamo.getItem(
				(get) -> get.tableName(TABLE).key(Map.of(PERIOD, AttributeValue.fromS(period))).consistentRead(true))
			.item());
	}

	private static TransactWriteItem count(String period, String adapter, int by, @Nullable Integer most) {
		Map<String, AttributeValue> values = new HashMap<>();
		values.put(":by", AttributeValue.fromN(Integer.toString(by)));
		Update.Builder update = Update.builder()
			.tableName(TABLE)
			.key(Map.of(PERIOD, AttributeValue.fromS(period)))
			.updateExpression("ADD #started :by, #adapter :by")
			.expressionAttributeNames(Map.of("#started", STARTED, "#adapter", BY_ADAPTER + adapter));
		if (most != null) {
			values.put(":most", AttributeValue.fromN(Integer.toString(most)));
			values.put(":none", AttributeValue.fromN("0"));
			update.conditionExpression("(attribute_not_exists(#started) AND :most > :none) OR #started < :most");
		}
		return TransactWriteItem.builder().update(update.expressionAttributeValues(values).build()).build();
	}

	private static LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, ZoneOffset.UTC);
	}

	private static YearMonth month(Instant at) {
		return YearMonth.from(day(at));
	}

	/**
	 * What is left of the budgets, in questions.
	 *
	 * @param today until midnight, UTC
	 * @param thisMonth until the month ends, UTC
	 */
	record Left(int today, int thisMonth) {

		int now() {
			return Math.min(this.today, this.thisMonth);
		}

	}

}
