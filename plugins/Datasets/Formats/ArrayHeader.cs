namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>What the header of an array says.</summary>
/// <param name="Shape">Length of each axis, as claimed.</param>
/// <param name="Type">What the elements are.</param>
/// <param name="IsBigEndian">Whether the most significant byte comes first.</param>
/// <param name="IsFortranOrder">Whether the first axis varies fastest in the file, and not the last.</param>
internal sealed record ArrayHeader(IReadOnlyList<long> Shape, ElementType Type, bool IsBigEndian, bool IsFortranOrder)
{
    /// <summary>The index along every axis of an element, given its number in the order of the file.</summary>
    public long[] PlaceOf(long element)
    {
        long[] place = new long[Shape.Count];
        foreach (int axis in IsFortranOrder ? Enumerable.Range(0, place.Length) : Enumerable.Range(0, place.Length).Reverse())
        {
            place[axis] = element % Shape[axis];
            element /= Shape[axis];
        }
        return place;
    }
}
