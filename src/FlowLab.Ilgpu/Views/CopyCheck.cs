using System.Diagnostics.CodeAnalysis;

namespace ILGPU;

/// <summary>The range checks of copies and windows; every message says what, expected and actual.</summary>
internal static class CopyCheck
{
    internal static void Fits(string what, long neededInBytes, long availableInBytes)
    {
        if (neededInBytes > availableInBytes)
            ThrowTooLong(what, neededInBytes, availableInBytes, "bytes");
    }

    internal static void FitsElements<T>(string what, long neededElements, long availableElements)
    {
        if (neededElements < 0 || neededElements > availableElements)
            ThrowTooLong(what, neededElements, availableElements, $"elements of {typeof(T).Name}");
    }

    internal static void Covers(string what, LongIndex2D arrayExtent, LongIndex2D viewExtent)
    {
        if (!viewExtent.InBoundsInclusive(arrayExtent))
            throw new ArgumentOutOfRangeException(null, $"{what} needs an array of at least {viewExtent} elements; it has {arrayExtent}.");
    }

    internal static void Window<T>(long index, long length, long viewLength)
    {
        if (index < 0 || length < 0 || index > viewLength - length)
            ThrowWindow(index, length, viewLength, typeof(T).Name);
    }

    internal static void Window<T>(LongIndex2D index, LongIndex2D extent, LongIndex2D viewExtent)
    {
        if (!index.InBoundsInclusive(viewExtent) || !extent.InBoundsInclusive(viewExtent - index))
            ThrowWindow(index, extent, viewExtent, typeof(T).Name);
    }

    internal static void IsDense(int stride, string dimension, string remedy)
    {
        if (stride != 1)
            throw new ArgumentException($"A dense view needs a stride of 1 in {dimension}, but it is {stride}; use {remedy}.");
    }

    internal static void Stride(int stride, int least)
    {
        if (stride < least)
            throw new ArgumentOutOfRangeException(nameof(stride), stride, $"A stride must be at least {least}.");
    }

    [DoesNotReturn]
    private static void ThrowTooLong(string what, long needed, long available, string unit) =>
        throw new ArgumentOutOfRangeException(null, $"{what} needs {needed} {unit}; there are {available}.");

    [DoesNotReturn]
    private static void ThrowWindow(LongIndex2D index, LongIndex2D extent, LongIndex2D viewExtent, string elementType) =>
        throw new ArgumentOutOfRangeException(
            null, $"A window of {extent} elements at {index} does not lie within a view of {viewExtent} x {elementType}.");

    [DoesNotReturn]
    private static void ThrowWindow(long index, long length, long viewLength, string elementType) =>
        throw new ArgumentOutOfRangeException(
            null, $"A window of {length} elements at {index} does not lie within a view of {viewLength} x {elementType}.");
}
