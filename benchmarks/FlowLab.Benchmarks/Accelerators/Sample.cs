namespace FlowLab.Benchmarks.Accelerators;

/// <summary>Work on one accelerator, with its buffers.</summary>
internal abstract class Sample : IDisposable
{
    /// <summary>How far results may lie apart, relative to their norm.</summary>
    public virtual double Tolerance => 1e-5;

    /// <summary>Does the work once, and is done when it returns.</summary>
    public abstract void Run();

    /// <summary>What the last run computed.</summary>
    public abstract float[] Result();

    public abstract void Dispose();
}
