using System.Globalization;
using FlowLab.Data;

namespace FlowLab.Plugins.Datasets.Formats;

/// <summary>
/// Parses the header of a .npy file: a literal of Python with exactly the keys descr, fortran_order and shape. Nothing of it is evaluated.
/// </summary>
internal sealed class NpyHeaderParser
{
    private const string Types = "|u1, |i1, <i2, <i4, <f4, <f8 and, big-endian, >i2, >i4, >f4, >f8";
    private const int MaximumAxes = 32;
    private const int MaximumDigits = 18;

    private readonly string _place;
    private readonly string _text;
    private readonly Dictionary<string, Action> _keys;
    private int _at;
    private string? _type;
    private bool? _isFortranOrder;
    private List<long>? _shape;

    private NpyHeaderParser(string place, string text)
    {
        _place = place;
        _text = text;
        _keys = new Dictionary<string, Action>
        {
            ["descr"] = () => _type = ReadText(),
            ["fortran_order"] = () => _isFortranOrder = ReadFlag(),
            ["shape"] = () => _shape = ReadShape(),
        };
    }

    /// <summary>What the header says.</summary>
    public static ArrayHeader Parse(string place, string text)
    {
        var parser = new NpyHeaderParser(place, text);
        parser.ReadDictionary();
        return parser.Build();
    }

    private ArrayHeader Build()
    {
        if (_type is null || _isFortranOrder is null || _shape is null)
            throw Refuse("the keys descr, fortran_order and shape must all be there");
        (ElementType type, bool isBigEndian) = _type switch
        {
            "|u1" or "<u1" or ">u1" => (ElementType.UInt8, false),
            "|i1" or "<i1" or ">i1" => (ElementType.Int8, false),
            "<i2" or ">i2" => (ElementType.Int16, _type[0] == '>'),
            "<i4" or ">i4" => (ElementType.Int32, _type[0] == '>'),
            "<f4" or ">f4" => (ElementType.Float32, _type[0] == '>'),
            "<f8" or ">f8" => (ElementType.Float64, _type[0] == '>'),
            _ => throw FormatErrors.WrongType(_place, $"'{FormatErrors.Printable(_type)}'", Types),
        };
        return new ArrayHeader(_shape, type, isBigEndian, _isFortranOrder.Value);
    }

    private void ReadDictionary()
    {
        Expect('{');
        while (!Take('}'))
        {
            string key = ReadText();
            if (!_keys.Remove(key, out Action? read))
                throw Refuse($"the key '{FormatErrors.Printable(key)}' is unknown or stands there twice");
            Expect(':');
            read();
            if (!Take(','))
            {
                Expect('}');
                break;
            }
        }
        SkipSpace();
        if (_at < _text.Length)
            throw Refuse($"text follows the closing brace at position {_at}");
    }

    private List<long> ReadShape()
    {
        List<long> shape = [];
        Expect('(');
        while (!Take(')'))
        {
            if (shape.Count == MaximumAxes)
                throw Refuse($"the shape has more than {MaximumAxes} axes");
            shape.Add(ReadLength());
            if (!Take(','))
            {
                Expect(')');
                break;
            }
        }
        return shape;
    }

    private long ReadLength()
    {
        SkipSpace();
        int start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]) && _at - start <= MaximumDigits)
            _at++;
        int digits = _at - start;
        if (digits is 0 or > MaximumDigits)
            throw Refuse($"at position {start} there is no length of 1 to {MaximumDigits} digits");
        long length = long.Parse(_text.AsSpan(start, digits), NumberStyles.None, CultureInfo.InvariantCulture);
        // Python 2 marks its long integers.
        if (_at < _text.Length && _text[_at] == 'L')
            _at++;
        return length;
    }

    private bool ReadFlag()
    {
        SkipSpace();
        foreach ((string word, bool value) in new[] { ("True", true), ("False", false) })
        {
            if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
                continue;
            _at += word.Length;
            return value;
        }
        throw Refuse($"at position {_at} there is neither True nor False");
    }

    private string ReadText()
    {
        SkipSpace();
        char quote = _at < _text.Length ? _text[_at] : '\0';
        int end = quote is '\'' or '"' ? _text.IndexOf(quote, _at + 1) : -1;
        if (end < 0)
            throw Refuse($"at position {_at} there is no text in quotes; structured types are not supported");
        string value = _text[(_at + 1)..end];
        _at = end + 1;
        return value;
    }

    private void Expect(char letter)
    {
        if (!Take(letter))
            throw Refuse($"at position {_at} there is no '{letter}'");
    }

    private bool Take(char letter)
    {
        SkipSpace();
        if (_at >= _text.Length || _text[_at] != letter)
            return false;
        _at++;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\n' or '\t' or '\r')
            _at++;
    }

    private FlowLabDataException Refuse(string why) => FormatErrors.WrongHeader(_place, why);
}
