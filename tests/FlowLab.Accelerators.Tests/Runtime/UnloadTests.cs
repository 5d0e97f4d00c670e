using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace FlowLab.Accelerators.Tests.Runtime;

/// <summary>A plugin that launched kernels unloads once its context is gone, which remembers the kernels that it loaded.</summary>
public class UnloadTests
{
    [Test]
    public void A_collectible_plugin_unloads_after_its_launches()
    {
        var plugin = LaunchInContext();
        for (var i = 0; i < 20 && plugin.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(plugin.IsAlive, Is.False);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LaunchInContext()
    {
        using var simd = new SimdFixture();
        return LaunchFromPlugin(simd.Accelerator);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LaunchFromPlugin(Accelerator accelerator)
    {
        var context = new AssemblyLoadContext("plugin", isCollectible: true);
        var copy = context.LoadFromAssemblyPath(typeof(UnloadTests).Assembly.Location);
        var plugin = copy.GetType(typeof(UnloadTests).FullName!)!;
        var launch = plugin.GetMethod(nameof(LaunchKernels), BindingFlags.Static | BindingFlags.NonPublic)!;
        Assert.That(plugin, Is.Not.EqualTo(typeof(UnloadTests)));
        Assert.That(launch.Invoke(null, [accelerator]), Is.EqualTo(Enumerable.Repeat(6, 100_000)));
        var reference = new WeakReference(context);
        context.Unload();
        return reference;
    }

    private static int[] LaunchKernels(Accelerator accelerator)
    {
        using var data = accelerator.AllocateZeroed<int>(100_000);
        var add = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, Amount>(AddAmount);
        for (var i = 0; i < 3; i++)
            add(data.IntExtent, data.View, new(2));
        return data.GetAsArray1D();
    }

    private static void AddAmount(Index1D index, ArrayView<int> data, Amount amount) => data[index] += amount.Value;

    private readonly record struct Amount(int Value);
}
