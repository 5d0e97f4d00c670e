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

    internal static void Window<T>(long index, long length, long viewLength)
    {
        if (index < 0 || length < 0 || index > viewLength - length)
            ThrowWindow(index, length, viewLength, typeof(T).Name);
    }

    [DoesNotReturn]
    private static void ThrowTooLong(string what, long needed, long available, string unit) =>
        throw new ArgumentOutOfRangeException(null, $"{what} needs {needed} {unit}; there are {available}.");

    [DoesNotReturn]
    private static void ThrowWindow(long index, long length, long viewLength, string elementType) =>
        throw new ArgumentOutOfRangeException(
            null, $"A window of {length} elements at {index} does not lie within a view of {viewLength} x {elementType}.");
}
