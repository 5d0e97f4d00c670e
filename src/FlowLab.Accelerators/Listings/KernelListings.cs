using System.Reflection;
using FlowLab.Accelerators.Frontend;

namespace FlowLab.Accelerators.Listings;

/// <summary>The forms that a kernel can be shown in, in the order in which it goes through them.</summary>
internal static class KernelListings
{
    internal static IReadOnlyList<ListingTarget> Targets { get; } =
    [
        new("ir", ".ir", "SSA of the compiler, before and after its passes", static (entry, _) => IRListing.Of(entry)),
        new("simd", ".simd", "vector code of the SIMD accelerator", SimdListing.Of),
        new("opencl", ".cl", "OpenCL C 1.2 for OpenCL devices", static (entry, _) => OpenClListing.Of(entry)),
    ];

    /// <summary>The text of a kernel in a form.</summary>
    /// <exception cref="KernelRefusedException">The method does what kernels, or those of that device, may not do.</exception>
    internal static string Of(MethodInfo method, ListingTarget target, int width) => target.Write(EntryOf(method), width);

    private static KernelEntry EntryOf(MethodInfo method) => IsIndexed(method) ? KernelEntry.OfIndex(method) : KernelEntry.OfGroups(method);

    private static bool IsIndexed(MethodInfo method) =>
        method.GetParameters() is [var first, ..] && typeof(IIndex).IsAssignableFrom(first.ParameterType);
}
