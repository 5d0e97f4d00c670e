using FlowLab.Engine.Evaluation;

namespace FlowLab.Host.Tests.Runs;

/// <summary>Metrics as the engine describes them.</summary>
internal static class SampleMetrics
{
    public static readonly MetricDescription FreeEnergy = new("free_energy", "Free energy, 20000 samples", "nats", MetricKind.Bound, true);
    public static readonly MetricDescription Divergence = new("kl_q_p", "KL(q || p), 512 x 512 grid on [-7, 7]^2", "nats", MetricKind.Estimate, true);
    public static readonly MetricDescription SampleSize = new("effective_sample_size", "Effective sample size, 20000 samples", "", MetricKind.Estimate, false);
    public static readonly MetricDescription GridError = new("kl_grid_error", "Change of KL(q || p) when the grid is halved", "nats", MetricKind.Diagnostic, null);
}
