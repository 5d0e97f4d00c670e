using System.Reflection;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Passes;

namespace FlowLab.Plugins.Tests;

/// <summary>One front end and one list of passes serve all of our accelerators.</summary>
public sealed class ShippedKernelPassTests
{
    [TestCaseSource(typeof(ShippedKernelCases), nameof(ShippedKernelCases.All))]
    public void Every_pass_leaves_a_shipped_kernel_well_formed(MethodInfo method)
    {
        IRKernel kernel = KernelFrontend.Build(method);
        KernelOptimizer.Optimize(kernel, verifyEachPass: true);
        Assert.That(kernel.Values.Count(), Is.GreaterThan(0));
        TestContext.Out.WriteLine($"{kernel.Blocks.Count} blocks, {kernel.Values.Count()} values");
    }
}
