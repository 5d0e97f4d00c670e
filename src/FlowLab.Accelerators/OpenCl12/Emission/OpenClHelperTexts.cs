namespace FlowLab.Accelerators.OpenCl12;

/// <summary>
/// Functions with the exact meaning of C# where OpenCL C has none: divisions that never fault, conversions that saturate, minimum and
/// maximum that know NaN and the sign of zero.
/// </summary>
internal static class OpenClHelperTexts
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        // The divisor is made harmless before the division, whatever the compiler does with branches: 0 and -1 have answers of their own.
        ["div_int"] = Division("int", "uint", "div", "/", "(int)(0u - (uint)a)"),
        ["div_long"] = Division("long", "ulong", "div", "/", "(long)(0ul - (ulong)a)"),
        ["rem_int"] = Division("int", "uint", "rem", "%", "0"),
        ["rem_long"] = Division("long", "ulong", "rem", "%", "0L"),
        ["div_uint"] = UnsignedDivision("int", "uint", "div", "/"),
        ["div_ulong"] = UnsignedDivision("long", "ulong", "div", "/"),
        ["rem_uint"] = UnsignedDivision("int", "uint", "rem", "%"),
        ["rem_ulong"] = UnsignedDivision("long", "ulong", "rem", "%"),

        // The bounds are powers of two, exact in both float types.
        ["float_to_int"] = ToSigned("float", "int", "2147483648.0f", "2147483647", "(-2147483647 - 1)"),
        ["float_to_long"] = ToSigned("float", "long", "9223372036854775808.0f", "9223372036854775807L", "(-9223372036854775807L - 1L)"),
        ["double_to_int"] = ToSigned("double", "int", "2147483648.0", "2147483647", "(-2147483647 - 1)"),
        ["double_to_long"] = ToSigned("double", "long", "9223372036854775808.0", "9223372036854775807L", "(-9223372036854775807L - 1L)"),
        ["float_to_uint"] = ToUnsigned("float", "int", "uint", "4294967296.0f", "0xFFFFFFFFu"),
        ["float_to_ulong"] = ToUnsigned("float", "long", "ulong", "18446744073709551616.0f", "0xFFFFFFFFFFFFFFFFul"),
        ["double_to_uint"] = ToUnsigned("double", "int", "uint", "4294967296.0", "0xFFFFFFFFu"),
        ["double_to_ulong"] = ToUnsigned("double", "long", "ulong", "18446744073709551616.0", "0xFFFFFFFFFFFFFFFFul"),

        ["min_float"] = Extreme("min", "float", "<", "a"),
        ["min_double"] = Extreme("min", "double", "<", "a"),
        ["max_float"] = Extreme("max", "float", ">", "b"),
        ["max_double"] = Extreme("max", "double", ">", "b"),

        // Whether a thread runs, or what it waits for.
        ["waits"] = "enum { RUNNING, AT_WARP, AT_GROUP, FINISHED };",

        ["lane_index"] = """
            static int lane_index(int lane, int selector, int width)
            {
                return (lane & ~(width - 1)) | (selector & (width - 1));
            }
            """,
        ["lane_down"] = Lane("down", "(uint)(lane & (width - 1)) + (uint)selector"),
        ["lane_up"] = Lane("up", "(uint)(lane & (width - 1)) - (uint)selector"),
        ["lane_xor"] = Lane("xor", "(uint)(lane & (width - 1)) ^ (uint)selector"),
    };

    internal static string Of(string name) => Texts[name];

    private static string Division(string type, string unsigned, string name, string sign, string byMinusOne) => $$"""
        static {{type}} {{name}}_{{type}}({{type}} a, {{type}} b)
        {
            {{type}} q = a {{sign}} (({{unsigned}})b + 1 < 2 ? 1 : b);
            return b == 0 ? 0 : b == -1 ? {{byMinusOne}} : q;
        }
        """;

    private static string UnsignedDivision(string type, string unsigned, string name, string sign) => $$"""
        static {{type}} {{name}}_{{unsigned}}({{type}} a, {{type}} b)
        {
            {{type}} q = ({{type}})(({{unsigned}})a {{sign}} ({{unsigned}})(b == 0 ? 1 : b));
            return b == 0 ? 0 : q;
        }
        """;

    private static string ToSigned(string from, string to, string bound, string largest, string smallest) => $$"""
        static {{to}} {{from}}_to_{{to}}({{from}} x)
        {
            return x >= {{bound}} ? {{largest}} : x >= -{{bound}} ? ({{to}})x : x != x ? 0 : {{smallest}};
        }
        """;

    private static string ToUnsigned(string from, string type, string to, string bound, string largest) => $$"""
        static {{type}} {{from}}_to_{{to}}({{from}} x)
        {
            return x >= {{bound}} ? ({{type}}){{largest}} : x > 0 ? ({{type}})({{to}})x : 0;
        }
        """;

    private static string Extreme(string name, string type, string sign, string ifSigned) => $$"""
        static {{type}} {{name}}_{{type}}({{type}} a, {{type}} b)
        {
            return a != b ? (a {{sign}} b || a != a ? a : b) : (signbit({{ifSigned}}) ? a : b);
        }
        """;

    private static string Lane(string name, string place) => $$"""
        static int lane_{{name}}(int lane, int selector, int width)
        {
            uint at = {{place}};
            return at < (uint)width ? (lane & ~(width - 1)) | (int)at : lane;
        }
        """;
}
