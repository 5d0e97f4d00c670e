namespace FlowLab.Accelerators.Maths;

/// <summary>What CompareTo and Equals of the framework's numbers give: NaN is less than every number and equals itself.</summary>
internal static class Comparison
{
    internal static int CompareTo(sbyte x, sbyte y) => x - y;

    internal static int CompareTo(byte x, byte y) => x - y;

    internal static int CompareTo(short x, short y) => x - y;

    internal static int CompareTo(ushort x, ushort y) => x - y;

    internal static int CompareTo(char x, char y) => x - y;

    internal static int CompareTo(int x, int y) => x < y ? -1 : x > y ? 1 : 0;

    internal static int CompareTo(uint x, uint y) => x < y ? -1 : x > y ? 1 : 0;

    internal static int CompareTo(long x, long y) => x < y ? -1 : x > y ? 1 : 0;

    internal static int CompareTo(ulong x, ulong y) => x < y ? -1 : x > y ? 1 : 0;

    internal static int CompareTo(float x, float y) => x < y ? -1 : x > y ? 1 : x == y ? 0 : !float.IsNaN(x) ? 1 : float.IsNaN(y) ? 0 : -1;

    internal static int CompareTo(double x, double y) => x < y ? -1 : x > y ? 1 : x == y ? 0 : !double.IsNaN(x) ? 1 : double.IsNaN(y) ? 0 : -1;

    internal static bool Equals(bool x, bool y) => x == y;

    internal static bool Equals(sbyte x, sbyte y) => x == y;

    internal static bool Equals(byte x, byte y) => x == y;

    internal static bool Equals(short x, short y) => x == y;

    internal static bool Equals(ushort x, ushort y) => x == y;

    internal static bool Equals(char x, char y) => x == y;

    internal static bool Equals(int x, int y) => x == y;

    internal static bool Equals(uint x, uint y) => x == y;

    internal static bool Equals(long x, long y) => x == y;

    internal static bool Equals(ulong x, ulong y) => x == y;

    internal static bool Equals(float x, float y) => x == y || (float.IsNaN(x) && float.IsNaN(y));

    internal static bool Equals(double x, double y) => x == y || (double.IsNaN(x) && double.IsNaN(y));
}
