package io.mokuroku.local.supervise;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.local.Ports;
import io.mokuroku.local.Refusal;

/**
 * The few calls the commands make to a run.
 */
final class LocalHttp {

	private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

	private LocalHttp() {
	}

	/**
	 * An answer.
	 *
	 * @param status the HTTP status
	 * @param body the text of the body
	 */
	record Answer(int status, String body) {
	}

	static Answer get(String url, Map<String, String> headers) throws IOException {
		return answer(connection("GET", url, headers));
	}

	static Answer post(String url, Map<String, String> headers, String body) throws IOException {
		HttpURLConnection connection = connection("POST", url, headers);
		connection.setDoOutput(true);
		try (OutputStream out = connection.getOutputStream()) {
			out.write(body.getBytes(StandardCharsets.UTF_8));
		}
		return answer(connection);
	}

	private static HttpURLConnection connection(String method, String url, Map<String, String> headers)
			throws IOException {
		if (!(URI.create(url).toURL().openConnection() instanceof HttpURLConnection connection)) {
			throw new IOException(url + " is not an HTTP address");
		}
		connection.setRequestMethod(method);
		connection.setConnectTimeout(5_000);
		connection.setReadTimeout(60_000);
		headers.forEach(connection::setRequestProperty);
		return connection;
	}

	private static Answer answer(HttpURLConnection connection) throws IOException {
		int status = connection.getResponseCode();
		try (InputStream in = (status < 400) ? connection.getInputStream() : connection.getErrorStream()) {
			String text = (in != null) ? new String(in.readAllBytes(), StandardCharsets.UTF_8) : "";
			return new Answer(status, text);
		}
		finally {
			connection.disconnect();
		}
	}

	/**
	 * An access token of the local login server, good for 12 hours.
	 * @param scopes separated by blanks
	 */
	static String token(Ports ports, String scopes) {
		try {
			Answer answer = post(ports.issuer() + "/token", Map.of("Content-Type", "application/x-www-form-urlencoded"),
					"grant_type=client_credentials&client_id=local-operator&client_secret=any&scope="
							+ scopes.replace(' ', '+'));
			Matcher token = TOKEN.matcher(answer.body());
			if (answer.status() == 200 && token.find()) {
				return token.group(1);
			}
			throw new Refusal("The login server refused a token: HTTP " + answer.status() + ".");
		}
		catch (IOException _) {
			throw new Refusal("The login server does not answer at " + ports.issuer() + ": is everything up?");
		}
	}

}
