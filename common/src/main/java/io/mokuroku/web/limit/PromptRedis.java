package io.mokuroku.web.limit;

import java.time.Duration;

import io.lettuce.core.ClientOptions;

import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Connections to the same Redis for questions that a request waits for: they answer
 * promptly or fail, and what cannot be sent now is not sent later.
 */
public final class PromptRedis {

	private PromptRedis() {
	}

	/**
	 * Connections of their own to where another factory connects, with its credentials
	 * and threads. To be destroyed by the caller.
	 * @param like the other factory
	 * @param patience how long an answer is awaited
	 */
	public static LettuceConnectionFactory like(LettuceConnectionFactory like, Duration patience) {
		LettuceClientConfiguration known = like.getClientConfiguration();
		LettuceClientConfiguration.LettuceClientConfigurationBuilder builder = LettuceClientConfiguration.builder()
			.commandTimeout(patience)
			.shutdownTimeout(Duration.ZERO)
			.clientOptions(known.getClientOptions()
				.orElseGet(ClientOptions::create)
				.mutate()
				.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
				.build());
		known.getClientResources().ifPresent(builder::clientResources);
		known.getClientName().ifPresent(builder::clientName);
		known.getReadFrom().ifPresent(builder::readFrom);
		known.getRedisCredentialsProviderFactory().ifPresent(builder::redisCredentialsProviderFactory);
		if (known.isUseSsl()) {
			var secured = builder.useSsl().verifyPeer(known.getVerifyMode());
			if (known.isStartTls()) {
				secured.startTls();
			}
		}
		LettuceConnectionFactory factory = new LettuceConnectionFactory(place(like), builder.build());
		factory.afterPropertiesSet();
		factory.start();
		return factory;
	}

	private static RedisConfiguration place(LettuceConnectionFactory like) {
		if (like.getClusterConfiguration() != null) {
			return like.getClusterConfiguration();
		}
		return (like.getSentinelConfiguration() != null) ? like.getSentinelConfiguration()
				: like.getStandaloneConfiguration();
	}

}
