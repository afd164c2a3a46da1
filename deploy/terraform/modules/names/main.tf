# Names come from the files that the services read themselves, so nothing is written twice. ARNs and addresses are
# composed here and known while planning, which lets policies be checked before anything exists.

data "aws_caller_identity" "this" {}
data "aws_partition" "this" {}
data "aws_region" "this" {}

locals {
  resources = jsondecode(file("${path.module}/../../../../common/src/main/resources/io/mokuroku/resources.json"))
  scopes    = jsondecode(file("${path.module}/../../../../common/src/main/resources/io/mokuroku/scopes.json"))

  account   = data.aws_caller_identity.this.account_id
  partition = data.aws_partition.this.partition
  region    = data.aws_region.this.name
  suffix    = data.aws_partition.this.dns_suffix

  queues = {
    for queue in local.resources.queues : queue.name => {
      visibility_timeout_seconds = queue.visibilityTimeoutSeconds
      max_receive_count          = queue.maxReceiveCount
      arn                        = "arn:${local.partition}:sqs:${local.region}:${local.account}:${queue.name}"
      url                        = "https://sqs.${local.region}.${local.suffix}/${local.account}/${queue.name}"
      dlq_name                   = "${queue.name}-dlq"
      dlq_arn                    = "arn:${local.partition}:sqs:${local.region}:${local.account}:${queue.name}-dlq"
      dlq_url                    = "https://sqs.${local.region}.${local.suffix}/${local.account}/${queue.name}-dlq"
    }
  }

  tables = {
    for table in local.resources.tables : table.name => {
      hash_key  = table.hashKey
      range_key = try(table.rangeKey, null)
      ttl       = try(table.timeToLive, null)
      arn       = "arn:${local.partition}:dynamodb:${local.region}:${local.account}:table/${table.name}"
      indexes = [
        for index in table.indexes : {
          name      = index.name
          hash_key  = index.hashKey
          range_key = try(index.rangeKey, null)
          include   = try(index.include, [])
        }
      ]
    }
  }

  # The names of buckets are shared by all accounts of the world, so ours carry account and Region.
  buckets = {
    for bucket in local.resources.buckets : trimprefix(bucket, "mokuroku-") => {
      name = "${bucket}-${local.account}-${local.region}"
      arn  = "arn:${local.partition}:s3:::${bucket}-${local.account}-${local.region}"
    }
  }
}
