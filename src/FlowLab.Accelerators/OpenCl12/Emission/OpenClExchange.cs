namespace FlowLab.Accelerators.OpenCl12;

/// <summary>
/// The local memory of emulated warps: per thread the 64 bits that it offers to others, the number of the place where it is and what it
/// waits for; then the counts of waiting threads in even and odd steps.
/// </summary>
internal static class OpenClExchange
{
    internal const int BytesPerThread = sizeof(ulong) + (2 * sizeof(int));
    internal const int CountsInBytes = 2 * sizeof(int);

    internal static long SizeInBytes(long threads) => (threads * BytesPerThread) + CountsInBytes;
}
