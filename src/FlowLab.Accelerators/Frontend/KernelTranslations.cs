using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Frontend;

/// <summary>
/// What was translated to find out the traits of kernels, kept until a backend compiles it: a kernel that is loaded and launched is
/// translated once.
/// </summary>
internal static class KernelTranslations
{
    private static readonly ConditionalWeakTable<MethodInfo, ConcurrentDictionary<Key, Translation>> Known = [];

    /// <exception cref="KernelRefusedException">The method does what kernels may not do.</exception>
    internal static KernelTraits TraitsOf(KernelEntry entry, MathSupport? supports) => Known
        .GetValue(entry.Method, static _ => new())
        .GetOrAdd(new(entry.IsGrouped, entry.IsChecked, entry.Values), static (_, source) => new(source.Entry, source.Supports), new Source(entry, supports))
        .Traits;

    /// <summary>The kernel as the frontend makes it; whoever takes it may change it.</summary>
    /// <exception cref="KernelRefusedException">The method does what kernels may not do.</exception>
    internal static IRKernel Take(KernelEntry entry, MathSupport? supports) =>
        Known.TryGetValue(entry.Method, out var known) && known.TryGetValue(new(entry.IsGrouped, entry.IsChecked, entry.Values), out var translation)
            ? translation.Take(supports) ?? KernelFrontend.Build(entry, supports)
            : KernelFrontend.Build(entry, supports);

    private sealed record Key(bool IsGrouped, bool IsChecked, SpecializedArguments? Values);

    private sealed record Source(KernelEntry Entry, MathSupport? Supports);

    private sealed class Translation
    {
        private readonly MathSupport? _supports;
        private IRKernel? _kernel;

        internal Translation(KernelEntry entry, MathSupport? supports)
        {
            _supports = supports;
            _kernel = KernelFrontend.Build(entry, supports);
            Traits = KernelTraits.Of(_kernel);
        }

        internal KernelTraits Traits { get; }

        internal IRKernel? Take(MathSupport? supports) => supports == _supports ? Interlocked.Exchange(ref _kernel, null) : null;
    }
}
