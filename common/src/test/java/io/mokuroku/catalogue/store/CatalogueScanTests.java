package io.mokuroku.catalogue.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.mokuroku.message.Messages;
import io.mokuroku.message.RetryableFailure;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How a catalogue is divided to be read.
 */
class CatalogueScanTests {

	@Test
	void readsALargerCatalogueInMorePartsAndNotMoreAtOnce() throws InterruptedException {
		Segments small = new Segments(3);
		read(small, 3, 900);
		assertThat(small.asked).containsExactlyInAnyOrder("0/3", "1/3", "2/3");
		Segments large = new Segments(3);
		read(large, 3, 9_000);
		assertThat(large.asked).hasSize(18).contains("0/18", "17/18");
		assertThat(large.mostAtOnce).hasValue(3);
	}

	@Test
	void failsIfOnePartCannotBeRead() {
		Segments broken = new Segments(1) {

			@Override
			public ScanResponse scan(ScanRequest request) {
				if (request.segment() == 7) {
					throw DynamoDbException.builder().message("gone").statusCode(500).build();
				}
				return super.scan(request);
			}

		};
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> read(broken, 2, 5_000));
	}

	@Test
	void takesACatalogueOfUnknownSizeForOneOfTheDataset() {
		assertThat(EntryScan.shares(0)).isEqualTo(80);
		assertThat(EntryScan.shares(400_000)).isEqualTo(800);
	}

	private static void read(Segments dynamo, int atOnce, long expected) throws InterruptedException {
		Stores.entries(dynamo, Messages.senderInVain(), InstantSource.system())
			.readDigests(atOnce, expected, (digest) -> {
				throw new AssertionError("Nothing is there: " + digest.id());
			});
	}

	/** A table without items, each answer of which waits until some are asked for. */
	private static class Segments implements DynamoDbClient {

		final Set<String> asked = ConcurrentHashMap.newKeySet();

		final AtomicInteger mostAtOnce = new AtomicInteger();

		private final AtomicInteger underWay = new AtomicInteger();

		private final CountDownLatch company;

		Segments(int company) {
			this.company = new CountDownLatch(company);
		}

		@Override
		public ScanResponse scan(ScanRequest request) {
			this.asked.add(request.segment() + "/" + request.totalSegments());
			int now = this.underWay.incrementAndGet();
			this.mostAtOnce.accumulateAndGet(now, Math::max);
			this.company.countDown();
			try {
				assertThat(this.company.await(10, TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			this.underWay.decrementAndGet();
			return ScanResponse.builder().items(List.of()).build();
		}

		@Override
		public String serviceName() {
			return "dynamodb";
		}

		@Override
		public void close() {
			this.asked.clear();
		}

	}

}
