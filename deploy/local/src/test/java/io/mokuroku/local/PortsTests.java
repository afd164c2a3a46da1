package io.mokuroku.local;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PortsTests {

	@Test
	void keepsFixedDistancesFromTheBase() {
		Ports ports = new Ports(8100);

		assertThat(ports.search()).isEqualTo(8100);
		assertThat(ports.dynamoDb()).isEqualTo(8113);
		assertThat(ports.issuer()).isEqualTo("http://127.0.0.1:8115/mokuroku");
	}

	@Test
	void namesAnOwnerForEveryPort() {
		assertThat(new Ports(7700).owners()).hasSize(12)
			.containsEntry(7700, "search-api")
			.containsEntry(7711, "the queues (SQS)")
			.containsEntry(7716, "the demo upstream");
	}

	@Test
	void refusesPortsThatDoNotExist() {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new Ports(80)).withMessageContaining("not 80");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new Ports(65535));
	}

}
