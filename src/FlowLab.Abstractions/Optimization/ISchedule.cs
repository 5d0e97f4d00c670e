namespace FlowLab.Optimization;

/// <summary>A learning-rate schedule.</summary>
public interface ISchedule
{
    /// <summary>The factor on the learning rate at <paramref name="update"/> (from 0) of <paramref name="updates"/>.</summary>
    double Factor(long update, long updates);
}
