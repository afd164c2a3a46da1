# Collectors of our own stand between services and SigNoz, whoever hosts that: services know one address, telemetry
# waits here while the other side is away, and no service holds its key.

locals {
  count = var.exporter == "nowhere" ? 0 : 1
}

module "collector" {
  source = "../service"
  count  = local.count

  name           = "collector"
  cluster        = var.service.cluster
  image          = var.image
  repository_arn = null
  cpu            = var.sizes.cpu
  memory         = var.sizes.memory
  port           = 4318
  more_ports     = { grpc = 4317 }
  command        = ["--config=env:COLLECTOR_CONFIG"]
  health_command = null
  scratch        = false
  least          = var.sizes.least
  most           = var.sizes.most

  environment = {
    COLLECTOR_CONFIG       = file("${path.module}/collector.yaml")
    DEPLOYMENT_ENVIRONMENT = var.environment
    SIGNOZ_ENDPOINT        = var.endpoint
    SIGNOZ_INSECURE        = tostring(var.exporter == "self-hosted")
  }
  secrets = var.ingestion_key_arn == null ? {} : { SIGNOZ_INGESTION_KEY = var.ingestion_key_arn }

  task_role_arn      = aws_iam_role.this[0].arn
  subnet_ids         = var.service.subnet_ids
  security_group_ids = var.service.security_group_ids
  key_arn            = var.service.key_arn
  region             = var.service.region
  account            = var.service.account
  log_days           = var.service.log_days
  architecture       = var.service.architecture
  alarm_topic_arn    = var.service.alarm_topic_arn
}

# it calls nothing of AWS
resource "aws_iam_role" "this" {
  count = local.count

  name               = "mokuroku-collector"
  description        = "What collectors may do: nothing"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}
