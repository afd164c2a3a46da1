package io.mokuroku.enrichment.image;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Fetches pictures from the web and from nowhere else: other schemes, addresses inside
 * our own network and anything too large are refused.
 */
final class ImageDownload {

	private static final Set<String> WEB = Set.of("http", "https");

	private final RestClient http;

	private final int largest;

	ImageDownload(RestClient.Builder http, ImageSettings settings) {
		HttpClientSettings client = HttpClientSettings.defaults()
			.withTimeouts(settings.connectTimeout(), settings.readTimeout());
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
		if (address.getScheme() == null || !WEB.contains(address.getScheme().toLowerCase(Locale.ROOT))) {
			throw new ImageRefused("not a web address", null);
		}
		try {
			byte[] content = this.http.get().uri(address).exchangeForRequiredValue((_, response) -> {
				if (!response.getStatusCode().is2xxSuccessful()) {
					throw new IOException("status " + response.getStatusCode().value());
				}
				return response.getBody().readNBytes(this.largest + 1);
			});
			if (content.length > this.largest) {
				throw new ImageRefused("too large", null);
			}
			return content;
		}
		catch (RestClientException ex) {
			throw new ImageRefused("not reachable", ex);
		}
	}

}
