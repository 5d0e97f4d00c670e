using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Passes;

/// <summary>A change of a kernel that keeps its meaning.</summary>
internal interface IKernelPass
{
    /// <summary>Whether it changed anything.</summary>
    bool Run(IRKernel kernel);
}
