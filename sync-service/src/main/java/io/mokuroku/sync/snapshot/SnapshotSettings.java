package io.mokuroku.sync.snapshot;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How snapshots are taken, kept and put back.
 *
 * @param bucket where they lie
 * @param segments into how many shares a table is divided
 * @param parallelism how many shares or files are worked on at once; each takes about
 * three times the size of a part in memory
 * @param fileSize after how many compressed bytes a new file begins; a restore that was
 * interrupted goes on with the next file
 * @param partSize how much is uploaded at once, at least 5 MB
 * @param settle how long two readings of an entry that changed lie apart; longer than a
 * writer needs from its first part to its commit, and than an index lags behind
 * @param clockSkew by how much the clocks of writers may differ from this one
 * @param attempts how often a run that fails is begun
 * @param retryAfter how long to wait before it is begun again
 * @param schedule when they are taken and how long they are kept
 */
@Validated
@ConfigurationProperties("mokuroku.snapshots")
record SnapshotSettings(@NotBlank @DefaultValue("mokuroku-snapshots") String bucket,
		@Min(1) @Max(256) @DefaultValue("4") int segments, @Min(1) @Max(32) @DefaultValue("4") int parallelism,
		@NotNull @DefaultValue("16MB") DataSize fileSize, @NotNull @DefaultValue("8MB") DataSize partSize,
		@NotNull @DefaultValue("5s") Duration settle, @NotNull @DefaultValue("1m") Duration clockSkew,
		@Min(1) @DefaultValue("3") int attempts, @NotNull @DefaultValue("10s") Duration retryAfter,
		@DefaultValue Schedule schedule) {

	private static final DataSize LEAST_PART = DataSize.ofMegabytes(5);

	SnapshotSettings {
		if (partSize.compareTo(LEAST_PART) < 0) {
			throw new IllegalArgumentException("mokuroku.snapshots.part-size is at least 5MB");
		}
		if (settle.isNegative() || clockSkew.isNegative()) {
			throw new IllegalArgumentException("mokuroku.snapshots.settle and clock-skew are not negative");
		}
	}

	/**
	 * When snapshots are taken and how long they are kept.
	 *
	 * @param cron when one is taken, an EventBridge cron expression in UTC, or
	 * {@code off}
	 * @param group the group of schedules it is registered in
	 * @param roleArn the role in which EventBridge sends to the queue
	 * @param keepWeekly how many of the schedule's own are kept
	 * @param keepMonths for how many months the first of each is kept
	 * @param keepOnDemand for how long one is kept that a person asked for
	 */
	record Schedule(@NotBlank @DefaultValue("cron(0 3 ? * SUN *)") String cron,
			@DefaultValue("mokuroku-snapshots") @Pattern(regexp = "[0-9a-zA-Z-_.]{1,64}") String group,
			@DefaultValue("arn:aws:iam::000000000000:role/mokuroku-scheduler") @NotBlank String roleArn,
			@Min(1) @DefaultValue("8") int keepWeekly, @Min(0) @DefaultValue("12") int keepMonths,
			@NotNull @DefaultValue("30d") Duration keepOnDemand) {

		boolean off() {
			return this.cron.equals("off");
		}

		Retention.Rules rules() {
			return new Retention.Rules(this.keepWeekly, this.keepMonths, this.keepOnDemand);
		}

	}

}
