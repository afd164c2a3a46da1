package io.mokuroku.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds the request body. A declared length is refused before anything is read; a body
 * of unknown length is cut off at the limit.
 */
final class BodyLimit extends OncePerRequestFilter {

	private final long limit;

	private final ErrorWriter errors;

	BodyLimit(long limit, ErrorWriter errors) {
		this.limit = limit;
		this.errors = errors;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > this.limit) {
			this.errors.write(request, response, new BodyTooLargeException(this.limit));
			return;
		}
		chain.doFilter((request.getContentLengthLong() >= 0) ? request : new Bounded(request, this.limit), response);
	}

	private static final class Bounded extends HttpServletRequestWrapper {

		private final long limit;

		private Bounded(HttpServletRequest request, long limit) {
			super(request);
			this.limit = limit;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new BoundedStream(super.getInputStream(), this.limit);
		}

		@Override
		public BufferedReader getReader() throws IOException {
			Charset charset = (getCharacterEncoding() != null) ? Charset.forName(getCharacterEncoding())
					: StandardCharsets.UTF_8;
			return new BufferedReader(new InputStreamReader(getInputStream(), charset));
		}

	}

	private static final class BoundedStream extends ServletInputStream {

		private final ServletInputStream stream;

		private final long limit;

		private long count;

		private BoundedStream(ServletInputStream stream, long limit) {
			this.stream = stream;
			this.limit = limit;
		}

		@Override
		public int read() throws IOException {
			int octet = this.stream.read();
			if (octet >= 0) {
				count(1);
			}
			return octet;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int read = this.stream.read(buffer, offset, length);
			if (read > 0) {
				count(read);
			}
			return read;
		}

		@Override
		public boolean isFinished() {
			return this.stream.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.stream.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.stream.setReadListener(listener);
		}

		@Override
		public void close() throws IOException {
			this.stream.close();
		}

		private void count(int read) throws BodyTooLargeException {
			this.count += read;
			if (this.count > this.limit) {
				throw new BodyTooLargeException(this.limit);
			}
		}

	}

}
