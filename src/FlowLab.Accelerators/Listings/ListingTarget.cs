using FlowLab.Accelerators.Frontend;


namespace FlowLab.Accelerators.Listings;

/// <summary>A form that a kernel can be shown in.</summary>
/// <param name="Name">As on a command line: ir, simd.</param>
/// <param name="Extension">Of files with such text.</param>
/// <param name="Summary">What it is, in some words.</param>
/// <param name="Write">Makes the text, for vectors of the given bits where that matters; 0 is the machine's own width.</param>
internal sealed record ListingTarget(string Name, string Extension, string Summary, Func<KernelEntry, int, string> Write);
