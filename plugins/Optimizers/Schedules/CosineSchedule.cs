namespace FlowLab.Plugins.Optimizers.Schedules;

/// <summary>
/// final + (1 - final) (1 + cos(pi t / T)) / 2, after the warm-up of <see cref="WarmedUpSchedule"/>.
/// Loshchilov and Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, ICLR 2017, without restarts; arXiv 1608.03983.
/// </summary>
[Schedule("cosine", Summary = "Falls along half a cosine.", Source = "Loshchilov and Hutter 2017, without restarts")]
public sealed class CosineSchedule(CosineScheduleSettings settings) : WarmedUpSchedule(settings)
{
    private protected override double FactorAfterWarmup(long update, long updates) =>
        settings.Final + (1 - settings.Final) * 0.5 * (1 + Math.Cos(Math.PI * update / updates));
}
