package io.mokuroku.upstream.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The users of the cache and their rights, read from Terraform's modules.
 */
final class CacheUsers {

	private static final Path MODULES = Path.of("..", "deploy", "terraform", "modules");

	private static final Map<String, List<String>> FAMILIES = families();

	private CacheUsers() {
	}

	static Stream<String> services() {
		return FAMILIES.keySet().stream();
	}

	/** A user as the module cache makes one, in the words of a file of Redis. */
	static String line(String service) {
		String keys = FAMILIES.getOrDefault(service, List.of())
			.stream()
			.map((family) -> "~" + family)
			.collect(Collectors.joining(" "));
		return service + " >" + password(service) + " " + read("cache/access.tftpl").strip().replace("${keys}", keys);
	}

	static String password(String service) {
		return "password-of-" + service;
	}

	/** The providers whose keys a service may reach. */
	static List<String> providersOf(String service) {
		return FAMILIES.getOrDefault(service, List.of()).stream().map((family) -> {
			assertThat(family).startsWith(CacheKey.SCHEMA + ":").endsWith(":*");
			return family.substring(CacheKey.SCHEMA.length() + 1, family.length() - 2);
		}).toList();
	}

	private static Map<String, List<String>> families() {
		JsonNode rights = JsonMapper.shared().readTree(read("access/rights.json"));
		Map<String, List<String>> families = new LinkedHashMap<>();
		rights.properties().forEach((service) -> {
			if (!service.getKey().equals("everybody")) {
				families.put(service.getKey(),
						Stream.of(rights.path("everybody"), service.getValue())
							.flatMap((right) -> right.path("cache").valueStream())
							.map(JsonNode::stringValue)
							.toList());
			}
		});
		return families;
	}

	private static String read(String file) {
		try {
			return Files.readString(MODULES.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
