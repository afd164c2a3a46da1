package io.mokuroku.enrichment.image;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Fetches pictures from the web and from nowhere else: other schemes, addresses inside
 * our own network and anything too large are refused. The client looks at the address of
 * a request but not at where an answer sends it, so redirects are followed here, each as
 * a request of its own.
 */
final class ImageDownload {

	private static final Set<String> WEB = Set.of("http", "https");

	private static final int MOST_REDIRECTS = 3;

	private final RestClient http;

	private final int largest;

	ImageDownload(RestClient.Builder http, ImageSettings settings) {
		HttpClientSettings client = HttpClientSettings.defaults()
			.withTimeouts(settings.connectTimeout(), settings.readTimeout())
			.withRedirects(HttpRedirects.DONT_FOLLOW);
		if (!settings.allowPrivateHosts()) {
			client = client.withInetAddressFilter(InetAddressFilter.externalAddresses());
		}
		this.http = http.requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(client)).build();
		this.largest = (int) settings.largest().toBytes();
	}

	/**
	 * Fetches a picture.
	 * @throws ImageRefused if it may not be fetched, cannot be, or is too large
	 */
	byte[] fetch(URI address) throws ImageRefused {
		URI next = address;
		for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
			switch (ask(next)) {
				case Answer.Content content when content.bytes().length > this.largest ->
					throw new ImageRefused("too large", null);
				case Answer.Content content -> {
					return content.bytes();
				}
				case Answer.Elsewhere elsewhere -> next = resolved(next, elsewhere.location());
			}
		}
		throw new ImageRefused("redirected too often", null);
	}

	private Answer ask(URI address) throws ImageRefused {
		if (address.getScheme() == null || !WEB.contains(address.getScheme().toLowerCase(Locale.ROOT))
				|| address.getHost() == null) {
			throw new ImageRefused("not a web address", null);
		}
		try {
			return this.http.get().uri(address).exchangeForRequiredValue((_, response) -> answer(response));
		}
		catch (FilteredHostException ex) {
			throw new ImageRefused("not a public address", ex);
		}
		catch (RestClientException ex) {
			throw new ImageRefused("not reachable", ex);
		}
	}

	private Answer answer(ClientHttpResponse response) throws IOException {
		String location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
		if (response.getStatusCode().is3xxRedirection() && location != null) {
			return new Answer.Elsewhere(location);
		}
		if (!response.getStatusCode().is2xxSuccessful()) {
			throw new IOException("status " + response.getStatusCode().value());
		}
		return new Answer.Content(response.getBody().readNBytes(this.largest + 1));
	}

	private static URI resolved(URI base, String location) throws ImageRefused {
		try {
			return base.resolve(location);
		}
		catch (IllegalArgumentException ex) {
			throw new ImageRefused("redirected to no address", ex);
		}
	}

	private sealed interface Answer {

		@SuppressWarnings("ArrayRecordComponent")
		record Content(byte[] bytes) implements Answer {
		}

		record Elsewhere(String location) implements Answer {
		}

	}

}
