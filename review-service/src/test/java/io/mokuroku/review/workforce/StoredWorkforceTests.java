package io.mokuroku.review.workforce;

import io.mokuroku.review.AwsFake;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;

final class StoredWorkforceTests implements WorkforceContract {

	@Override
	public Workforce workforce() {
		return new StoredWorkforce(LocalEngines.start().dynamo());
	}

	@Override
	public Workforce unreachable() {
		return new StoredWorkforce(AwsFake.unreachable(DynamoDbClient.builder()));
	}

	@Test
	void keepsOutWhoCameUninvited() {
		String name = WorkforceContract.aName();
		assertThat(workforce().remove(name)).isTrue();
		assertThat(workforce().find(name)).hasValue(new Reviewer(name, name, Role.REVIEWER, false));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 2_049 })
	void knowsNobodyWhoseNameNoTableHolds(int length) {
		assertThat(workforce().find("x".repeat(length))).isEmpty();
		assertThat(workforce().remove("x".repeat(length))).isFalse();
	}

}
