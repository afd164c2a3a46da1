package io.mokuroku.sync.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/**
 * A database client on which things go wrong.
 */
final class FaultyDynamo {

	private FaultyDynamo() {
	}

	/**
	 * A client of a process that dies at a call, and with it all later ones. Whether the
	 * call was still carried out is a matter of chance.
	 */
	static DynamoDbClient dyingAt(DynamoDbClient dynamo, int call, Random random) {
		AtomicInteger calls = new AtomicInteger();
		boolean carriedOut = random.nextBoolean();
		return proxy((method, arguments) -> {
			int number = calls.incrementAndGet();
			if (number > call || (number == call && !carriedOut)) {
				throw new Killed();
			}
			Object answer = call(dynamo, method, arguments);
			if (number == call) {
				throw new Killed();
			}
			return answer;
		});
	}

	/** A client whose calls are now throttled, now time out, now leave items undone. */
	static DynamoDbClient flaky(DynamoDbClient dynamo, Random random) {
		return proxy((method, arguments) -> {
			int chance;
			synchronized (random) {
				chance = random.nextInt(40);
			}
			if (chance == 0) {
				throw ProvisionedThroughputExceededException.builder().statusCode(400).message("slower").build();
			}
			if (chance == 1) {
				throw ApiCallTimeoutException.create(1);
			}
			Object answer = call(dynamo, method, arguments);
			if (chance == 2) {
				throw ApiCallTimeoutException.create(1);
			}
			return (answer instanceof BatchGetItemResponse batch && chance < 15) ? half(batch) : answer;
		});
	}

	/** A client that at times will never answer a read of several items. */
	static DynamoDbClient refusingReads(DynamoDbClient dynamo, BooleanSupplier now) {
		return proxy((method, arguments) -> {
			if (method.getName().equals("batchGetItem") && now.getAsBoolean()) {
				throw DynamoDbException.builder()
					.statusCode(400)
					.awsErrorDetails(AwsErrorDetails.builder()
						.errorCode("ValidationException")
						.errorMessage("the key is odd")
						.build())
					.build();
			}
			return call(dynamo, method, arguments);
		});
	}

	/** A client that does something before its calls. */
	static DynamoDbClient before(DynamoDbClient dynamo, IntConsumer action) {
		AtomicInteger calls = new AtomicInteger();
		return proxy((method, arguments) -> {
			action.accept(calls.incrementAndGet());
			return call(dynamo, method, arguments);
		});
	}

	private static BatchGetItemResponse half(BatchGetItemResponse whole) {
		if (whole.responses().size() != 1) {
			return whole;
		}
		String table = whole.responses().keySet().iterator().next();
		List<Map<String, AttributeValue>> items = whole.responses().getOrDefault(table, List.of());
		if (items.size() < 2) {
			return whole;
		}
		String hash = table.equals("source-links") ? "link" : "anime_id";
		List<Map<String, AttributeValue>> rest = items.subList(items.size() / 2, items.size()).stream().map((item) -> {
			Map<String, AttributeValue> key = new HashMap<>(item);
			key.keySet().retainAll(List.of(hash, "part"));
			return key;
		}).toList();
		return whole.toBuilder()
			.responses(Map.of(table, items.subList(0, items.size() / 2)))
			.unprocessedKeys(Map.of(table, KeysAndAttributes.builder().keys(rest).consistentRead(true).build()))
			.build();
	}

	private static DynamoDbClient proxy(Calls calls) {
		return (DynamoDbClient) Proxy.newProxyInstance(FaultyDynamo.class.getClassLoader(),
				new Class<?>[] { DynamoDbClient.class },
				(_, method, arguments) -> calls.call(method, (arguments != null) ? arguments : new Object[0]));
	}

	private static Object call(DynamoDbClient dynamo, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(dynamo, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	/** What happens to a call. */
	private interface Calls {

		Object call(Method method, Object[] arguments) throws Throwable;

	}

	/** The process is dead. */
	static final class Killed extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Killed() {
			super("killed", null, false, false);
		}

	}

}
