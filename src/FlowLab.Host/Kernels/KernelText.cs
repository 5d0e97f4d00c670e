using System.Reflection;
using FlowLab.Accelerators.Listings;

namespace FlowLab.Host.Kernels;

/// <summary>A kernel in the forms that it goes through on its way to a device, as our own accelerators compile it.</summary>
internal static class KernelText
{
    /// <summary>The names of the forms.</summary>
    public static IReadOnlyList<string> Targets { get; } = [.. KernelListings.Targets.Select(target => target.Name)];

    /// <summary>A line per form: name and what it is.</summary>
    public static IEnumerable<string> Summaries => KernelListings.Targets.Select(target => $"{target.Name} ({target.Summary})");

    /// <summary>The extension of files with a form.</summary>
    public static string ExtensionOf(string target) => Find(target).Extension;

    /// <summary>The kernel in a form.</summary>
    /// <param name="method">The kernel, generic parameters closed.</param>
    /// <param name="target">The form's name.</param>
    /// <param name="width">Bits of a vector; 0 for the machine's own.</param>
    /// <exception cref="NotSupportedException">The kernel does what kernels, or those of that device, may not do.</exception>
    public static string Of(MethodInfo method, string target, int width) => KernelListings.Of(method, Find(target), width);

    private static ListingTarget Find(string name) => KernelListings.Targets.Single(target => target.Name == name);
}
