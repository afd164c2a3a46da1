package io.mokuroku.search.agentic.model;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class BedrockConverseTests {

	private static final Converse.Request REQUEST = new Converse.Request("a.model", "Search.",
			List.of(new Message.Asked("{}")), List.of(), 10);

	private static final AwsCredentialsProvider KNOWN = StaticCredentialsProvider
		.create(AwsBasicCredentials.create("test", "test"));

	private static final AwsCredentialsProvider NOBODY = () -> {
		throw SdkClientException.create("no credentials");
	};

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whatWasNeverSentCostsNothing(boolean live) throws IOException {
		URI nowhere;
		try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			nowhere = at(closed);
		}
		assertThat(trouble(nowhere, KNOWN, live).unpaid()).as("no connection").isTrue();
		assertThat(trouble(URI.create("http://nowhere.invalid"), KNOWN, live).unpaid()).as("no address").isTrue();
		assertThat(trouble(nowhere, NOBODY, live).unpaid()).as("no credentials").isTrue();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whatMayHaveBeenReadMayCost(boolean live) throws IOException {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> readAndHangUp(server));
			assertThat(trouble(at(server), KNOWN, live).unpaid()).isFalse();
		}
	}

	private static void readAndHangUp(ServerSocket server) {
		try (Socket socket = server.accept()) {
			assertThat(socket.getInputStream().read()).isPositive();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ModelTrouble trouble(URI endpoint, AwsCredentialsProvider credentials, boolean live) {
		try (BedrockConverse models = BedrockConverse.with(
				(builder) -> builder.endpointOverride(endpoint).credentialsProvider(credentials), 1,
				new JsonMapper())) {
			return assertThatExceptionOfType(ModelTrouble.class)
				.isThrownBy(() -> models.ask(REQUEST, Duration.ofSeconds(5), new Converse.Listener() {

					@Override
					public boolean live() {
						return live;
					}

				}))
				.satisfies((trouble) -> assertThat(trouble.kind()).isEqualTo(ModelTrouble.Kind.UNAVAILABLE))
				.actual();
		}
	}

	private static URI at(ServerSocket server) {
		return URI.create("http://127.0.0.1:" + server.getLocalPort());
	}

}
