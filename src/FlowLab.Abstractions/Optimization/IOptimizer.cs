namespace FlowLab.Optimization;

/// <summary>An update rule. Keeps no state of its own: all of it is in <see cref="OptimizerStep.State"/>, and so in every checkpoint.</summary>
public interface IOptimizer : IDisposable
{
    /// <summary>The names of the state buffers, in the order of <see cref="OptimizerStep.State"/>.</summary>
    IReadOnlyList<string> StateNames { get; }

    /// <summary>Updates all parameters of all seeds in one launch.</summary>
    void Step(in OptimizerStep step);
}
