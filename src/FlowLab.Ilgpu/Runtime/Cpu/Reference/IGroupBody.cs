namespace ILGPU.Runtime.CPU;

/// <summary>A launch that runs group by group.</summary>
internal interface IGroupBody
{
    /// <summary>The plan of the launch.</summary>
    GroupPlan Plan { get; }

    /// <summary>Runs the kernel as the thread that the real thread is now.</summary>
    /// <param name="instance">The number of the thread in the launch, group by group.</param>
    void Run(long instance);
}
