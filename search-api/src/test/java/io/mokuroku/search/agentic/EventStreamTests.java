package io.mokuroku.search.agentic;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Map;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class EventStreamTests {

	@Test
	void writesEachEventAtOnceOnALineOfItsOwn() throws IOException {
		MockHttpServletResponse response = new MockHttpServletResponse();
		EventStream stream = new EventStream(response, JsonMapper.shared());
		stream.says("two\nlines");
		assertThat(written(response)).isEqualTo("event: text\ndata: {\"text\":\"two\\nlines\"}\n\n");
		stream.waits();
		assertThat(written(response)).endsWith("}\n\n:\n\n");
		assertThat(response.isCommitted()).isTrue();
		assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
	}

	@Test
	void saysThatTheClientHasLeft() throws IOException {
		EventStream stream = new EventStream(new Left(), JsonMapper.shared());
		assertThatExceptionOfType(Progress.Gone.class).isThrownBy(() -> stream.send("done", Map.of()))
			.withCauseInstanceOf(IOException.class);
		assertThatExceptionOfType(Progress.Gone.class).as("noticed while nothing is said").isThrownBy(stream::waits);
	}

	private static String written(MockHttpServletResponse response) throws UnsupportedEncodingException {
		return response.getContentAsString();
	}

	/** Of a client that does not read any more. */
	private static final class Left extends MockHttpServletResponse {

		@Override
		public ServletOutputStream getOutputStream() {
			return new ServletOutputStream() {

				@Override
				public void write(int octet) throws IOException {
					throw new IOException("Broken pipe");
				}

				@Override
				public boolean isReady() {
					return true;
				}

				@Override
				public void setWriteListener(WriteListener listener) {
					throw new UnsupportedOperationException();
				}

			};
		}

	}

}
