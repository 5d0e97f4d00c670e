using FlowLab.Optimization;

namespace FlowLab.Plugins.Optimizers.Schedules;

/// <summary>
/// A schedule behind a linear warm-up. Update t = 0 .. W - 1 has the factor (t + 1) / (W + 1); the schedule proper then takes the
/// remaining T - W updates and begins at factor 1 with its own t = 0. Without warm-up it takes all T updates.
/// </summary>
public abstract class WarmedUpSchedule : ISchedule
{
    private readonly long _warmup;

    private protected WarmedUpSchedule(ScheduleSettings settings) => _warmup = settings.Warmup;

    /// <inheritdoc/>
    public double Factor(long update, long updates) =>
        update < _warmup ? (update + 1.0) / (_warmup + 1.0) : FactorAfterWarmup(update - _warmup, Math.Max(updates - _warmup, 1));

    /// <summary>The factor at <paramref name="update"/> (from 0) of the <paramref name="updates"/> that follow the warm-up.</summary>
    private protected abstract double FactorAfterWarmup(long update, long updates);
}
